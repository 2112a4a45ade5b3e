with

source as (

    select * from {{ source('case_document', 'persons') }}

),

persons as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(currentyotid), '') as current_yot_id,
        trim(originatingyotpersonid) as originating_yot_person_id,
        nullif(trim(pncnumber), '') as pnc_number,

        -- people
        {{ parse_date('dateofbirth') }} as birth_date,
        {{ is_unreadable_date('dateofbirth') }} as is_birth_date_unreadable,

        -- codes
        nullif(trim(sex), '') as sex_code,
        nullif(trim(gender), '') as gender_code,
        upper(nullif(trim(ethnicity), '')) as ethnicity_code,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from persons
