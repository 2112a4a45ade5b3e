with

source as (

    select * from {{ source('systmone', 'patients') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by idpatient
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

patients as (

    select
        -- ids
        nullif(trim(idpatient), '') as systmone_patient_id,
        nullif(trim(nhsnumber), '') as nhs_number,

        -- people
        nullif(trim(surname), '') as surname,
        nullif(trim(firstname), '') as forename,
        nullif(trim(postcode), '') as postcode,
        {{ parse_date('datebirth') }} as birth_date,
        {{ is_unreadable_date('datebirth') }} as is_birth_date_unreadable,

        -- codes
        upper(nullif(trim(gender), '')) as sex_source_code,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from patients
