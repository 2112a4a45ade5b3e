with

source as (

    select * from {{ source('case_system', 'persons') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, person_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

persons as (

    select
        -- ids
        nullif(trim(person_id), '') as system_person_id,
        nullif(trim(org_id), '') as organisation_id,
        trim(originating_yot_person_id) as originating_yot_person_id,
        nullif(trim(previous_person_id), '') as previous_person_id,
        nullif(trim(nhs_number), '') as nhs_number,
        nullif(trim(upn), '') as upn,
        nullif(trim(education_number), '') as education_number,
        nullif(trim(pnc_number), '') as pnc_number,
        nullif(trim(case_worker_id), '') as case_worker_id,

        -- people
        nullif(trim(surname), '') as surname,
        nullif(trim(forename), '') as forename,
        nullif(trim(postcode), '') as postcode,
        {{ parse_date('date_of_birth') }} as birth_date,
        {{ is_unreadable_date('date_of_birth') }} as is_birth_date_unreadable,

        -- texts
        nullif(trim(sex), '') as sex_text,
        nullif(trim(gender), '') as gender_text,
        nullif(trim(ethnicity), '') as ethnicity_text,

        -- dates
        {{ parse_timestamp('last_updated') }} as updated_at,

        -- flags
        {{ parse_boolean('is_deleted') }} as is_deleted,
        is_deleted as is_deleted_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from persons
