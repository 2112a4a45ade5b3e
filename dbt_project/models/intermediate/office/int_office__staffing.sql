with

recorded as (

    select * from {{ ref('stg_service_office__staffing') }}

),

only_service as (

    select * from {{ ref('int_office__only_service') }}

),

ethnicities as (

    select * from {{ ref('ethnicity_codes') }}
    where valid_to is null

),

staffing as (

    select
        -- ids
        coalesce(recorded.service, only_service.service) as service,

        -- codes
        {{ plan_code('recorded.role_as_sent') }} as role_code,
        {{ plan_code('recorded.contract_type_as_sent') }} as contract_type_code,
        {{ plan_code('recorded.sex_as_sent') }} as sex_code,
        coalesce(
            ethnicities.code,
            case
                when lower(recorded.ethnicity_as_sent) = 'total' then 'total'
                else recorded.ethnicity_as_sent
            end
        ) as ethnicity_code,

        -- dates
        recorded.starting_year,

        -- measures
        recorded.full_time_equivalent,
        recorded.headcount,

        -- flags
        ethnicities.code is not null as is_known_ethnicity,
        'total' in (
            lower(coalesce(recorded.role_as_sent, '')),
            lower(coalesce(recorded.contract_type_as_sent, '')),
            lower(coalesce(recorded.sex_as_sent, '')),
            lower(coalesce(recorded.ethnicity_as_sent, ''))
        ) as is_stated_total,
        coalesce({{ plan_code('recorded.contract_type_as_sent') }} = 'vacant', false)
            as is_vacant,

        -- lineage
        'service_office' as _supplier,
        'staffing' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from recorded
    cross join only_service
    left join ethnicities
        on
            upper(recorded.ethnicity_as_sent) in (
                ethnicities.code, ethnicities.police_code
            )

)

select * from staffing
