with

source as (

    select * from {{ source('case_document', 'board_meetings') }}

),

board_meetings as (

    select
        -- ids
        nullif(trim(yjs_name), '') as service,

        -- codes
        nullif(trim(sector), '') as sector_code,
        nullif(trim(attendee_level), '') as attendee_level_code,

        -- dates
        {{ parse_date('meeting_date') }} as meeting_date,
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
    from source

)

select * from board_meetings
