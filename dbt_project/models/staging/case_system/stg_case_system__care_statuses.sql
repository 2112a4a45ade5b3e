with

source as (

    select * from {{ source('case_system', 'care_statuses') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, care_status_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

care_statuses as (

    select
        -- ids
        nullif(trim(care_status_id), '') as care_status_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(status), '') as status_text,

        -- dates
        {{ parse_date('start_date') }} as start_date,
        start_date as start_date_as_sent,
        {{ parse_date('end_date') }} as end_date,
        end_date as end_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from care_statuses
