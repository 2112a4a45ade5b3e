with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    select * from {{ ref('stg_case_system__persons') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__persons') }}

),

ethnicities as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'ethnicity'

),

sexes as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'sex'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.originating_yot_person_id,
        recorded.pnc_number,
        recorded.nhs_number,
        recorded.upn,

        -- people
        recorded.surname,
        recorded.forename,
        recorded.postcode,
        recorded.birth_date,
        recorded.is_birth_date_unreadable,

        -- codes, beside the texts sent
        recorded.sex_text as sex_recorded,
        recorded.gender_text as gender_recorded,
        recorded.ethnicity_text as ethnicity_recorded,
        coalesce(sexes.national_code, upper(recorded.sex_text)) as sex_code,
        coalesce(genders.national_code, upper(recorded.gender_text)) as gender_code,
        coalesce(ethnicities.national_code, upper(recorded.ethnicity_text))
            as ethnicity_code,

        -- lineage
        recorded._supplier,
        recorded._entity,
        recorded._file_sha256,
        recorded._row_number
    from system_recorded as recorded
    inner join system_children as children
        on
            recorded._supplier = children._supplier
            and recorded.system_person_id = children.system_person_id
            and children.is_standing
    {{ join_code('persons', 'sexes', 'sex_text') }}
    {{ join_code('persons', 'sexes', 'gender_text', 'genders') }}
    {{ join_code('persons', 'ethnicities', 'ethnicity_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.originating_yot_person_id,
        recorded.pnc_number,
        cast(null as varchar) as nhs_number,
        cast(null as varchar) as upn,

        -- people: the national form holds no names and no address
        cast(null as varchar) as surname,
        cast(null as varchar) as forename,
        cast(null as varchar) as postcode,
        recorded.birth_date,
        recorded.is_birth_date_unreadable,

        -- codes, which are the texts
        recorded.sex_code as sex_recorded,
        recorded.gender_code as gender_recorded,
        recorded.ethnicity_code as ethnicity_recorded,
        recorded.sex_code,
        recorded.gender_code,
        recorded.ethnicity_code,

        -- lineage
        'case_document' as _supplier,
        'persons' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from document_recorded as recorded
    inner join document_children as children
        on
            recorded.service = children.service
            and recorded.ypid = children.ypid
            and recorded.source_return_id = children.source_return_id
            and recorded._file_sha256 = children._file_sha256

),

all_rows as (

    select * from system_rows
    union all
    select * from document_rows

),

persons as (

    select
        *,
        coalesce(
            originating_yot_person_id != ''
            and originating_yot_person_id not like '% %'
            and upper(originating_yot_person_id) != 'N/A',
            false
        ) as is_originating_id_usable
    from all_rows

)

select * from persons
