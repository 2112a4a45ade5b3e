with

source as (

    select * from {{ source('niche', 'nominals') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by nominal_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

nominals as (

    select
        -- ids
        nullif(trim(nominal_id), '') as niche_nominal_id,
        nullif(trim(pncid), '') as pnc_number,

        -- people
        nullif(trim(surname), '') as surname,
        nullif(trim(forenames), '') as forenames,
        nullif(trim(postcode), '') as postcode,
        {{ parse_date('dob') }} as birth_date,
        {{ is_unreadable_date('dob') }} as is_birth_date_unreadable,

        -- codes
        upper(nullif(trim(sex), '')) as sex_source_code,
        upper(nullif(trim(self_defined_ethnicity), '')) as self_defined_ethnicity_code,
        upper(nullif(trim(officer_defined_ethnicity), ''))
            as officer_defined_ethnicity_code,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from nominals
