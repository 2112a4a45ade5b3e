with

source as (

    select * from {{ source('case_system', 'accommodations') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, accommodation_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

accommodations as (

    select
        -- ids
        nullif(trim(accommodation_id), '') as accommodation_id,
        nullif(trim(person_id), '') as system_person_id,

        -- people
        nullif(trim(postcode), '') as postcode,

        -- texts
        nullif(trim(accommodation_type), '') as accommodation_type_text,
        nullif(trim(suitability), '') as suitability_text,

        -- dates
        {{ parse_date('start_date') }} as start_date,
        start_date as start_date_as_sent,
        {{ parse_date('end_date') }} as end_date,
        end_date as end_date_as_sent,

        -- flags
        {{ parse_boolean('is_primary') }} as is_primary,
        is_primary as is_primary_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from accommodations
