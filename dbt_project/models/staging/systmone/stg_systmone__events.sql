with

source as (

    select * from {{ source('systmone', 'events') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by idevent
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

events as (

    select
        -- ids
        nullif(trim(idevent), '') as event_id,
        nullif(trim(idpatient), '') as systmone_patient_id,
        nullif(trim(idreferralin), '') as referral_id,

        -- texts
        nullif(trim(eventtype), '') as event_type,
        nullif(trim(attended), '') as attended,

        -- dates
        {{ parse_timestamp('eventdate') }} as event_at,
        eventdate as event_at_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from events
