with

source as (

    select * from {{ source('case_system', 'send_records') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, send_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

send_records as (

    select
        -- ids
        nullif(trim(send_id), '') as send_id,
        nullif(trim(person_id), '') as system_person_id,

        -- codes
        upper(nullif(trim(identified_send), '')) as identified_code,
        upper(nullif(trim(formal_plan), '')) as formal_plan_code,

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

select * from send_records
