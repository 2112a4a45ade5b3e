with

staffing as (

    select * from {{ ref('int_office__staffing') }}
    where not is_stated_total and starting_year is not null

),

terms as (

    select * from {{ ref('plan_terms') }}

),

ethnicities as (

    select * from {{ ref('dim_ethnicities') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

staffing_named as (

    select
        -- ids
        {{ record_key([
            'staffing._file_sha256', 'staffing._row_number::varchar'
        ]) }} as staffing_id,
        staffing.service,

        -- codes
        staffing.role_code,
        coalesce(roles.name, staffing.role_code) as role_name,
        staffing.contract_type_code,
        coalesce(contract_types.name, staffing.contract_type_code)
            as contract_type_name,
        staffing.sex_code,
        coalesce(sexes.name, staffing.sex_code) as sex_name,
        staffing.ethnicity_code,
        ethnicities.ethnicity_name,
        ethnicities.ethnicity_group,

        -- dates
        staffing.starting_year,
        staffing.starting_year || '/'
        || right((staffing.starting_year + 1)::varchar, 2) as financial_year,

        -- measures
        staffing.full_time_equivalent,
        staffing.headcount,

        -- flags
        staffing.is_vacant,
        staffing.contract_type_code is not null as is_in_contract_table,
        coalesce(staffing.sex_code, staffing.ethnicity_code) is not null
            as is_in_people_table,

        -- lineage
        staffing._supplier as supplier,
        staffing._file_sha256 as file_sha256
    from staffing
    left join terms as roles
        on roles.list = 'role' and staffing.role_code = roles.code
    left join terms as contract_types
        on
            contract_types.list = 'contract_type'
            and staffing.contract_type_code = contract_types.code
    left join terms as sexes
        on sexes.list = 'sex' and staffing.sex_code = sexes.code
    left join ethnicities on staffing.ethnicity_code = ethnicities.ethnicity_code
    cross join salt

)

select * from staffing_named
