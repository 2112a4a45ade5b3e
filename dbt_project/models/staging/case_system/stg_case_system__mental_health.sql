with

source as (

    select * from {{ source('case_system', 'mental_health') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, mental_health_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

mental_health as (

    select
        -- ids
        nullif(trim(mental_health_id), '') as mental_health_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(intervention_type), '') as intervention_type_text,

        -- dates
        {{ parse_date('screened_date') }} as screened_date,
        screened_date as screened_date_as_sent,
        {{ parse_date('referred_date') }} as referred_date,
        referred_date as referred_date_as_sent,
        {{ parse_date('offered_date') }} as offered_date,
        offered_date as offered_date_as_sent,
        {{ parse_date('attended_start') }} as attended_start_date,
        attended_start as attended_start_date_as_sent,
        {{ parse_date('attended_end') }} as attended_end_date,
        attended_end as attended_end_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from mental_health
