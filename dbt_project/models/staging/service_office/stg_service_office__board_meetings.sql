with

source as (

    select * from {{ source('service_office', 'board_meetings') }}

),

named as (

    select
        *,
        coalesce(nullif(trim(service), ''), nullif(trim(yjs_name), ''))
            as service_as_told,
        {{ parse_date('meeting_date') }} as meeting_day
    from source

),

-- the newest file that names a meeting tells all of it
latest as (

    select *
    from named
    qualify
        rank() over (
            partition by service_as_told, meeting_day
            order by _extract_date desc, _landed_at desc, _file_sha256 asc
        ) = 1

),

board_meetings as (

    select
        -- ids
        service_as_told as service,

        -- codes
        nullif(trim(sector), '') as sector_code,
        nullif(trim(attendee_level), '') as attendee_level_code,

        -- dates
        meeting_day as meeting_date,
        meeting_date as meeting_date_as_sent,

        -- flags
        {{ parse_boolean('new_partner') }} as is_new_partner,
        new_partner as is_new_partner_as_sent,
        {{ parse_boolean('shares_disproportionality_data') }}
            as shares_disproportionality_data,
        shares_disproportionality_data as shares_disproportionality_data_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from board_meetings
