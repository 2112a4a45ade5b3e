with

attendances as (

    select * from {{ ref('stg_case_document__board_meetings') }}

),

persons as (

    select * from {{ ref('int_case__persons') }}

),

-- the file of meetings names no service: it is known only when there is one service
only_service as (

    select case when count(distinct service) = 1 then min(service) end as service
    from persons

),

board_meetings as (

    select
        -- ids
        only_service.service,

        -- codes
        attendances.sector_code,
        attendances.attendee_level_code,

        -- dates
        attendances.meeting_date,

        -- flags
        attendances.is_new_partner,
        attendances.shares_disproportionality_data,

        -- lineage
        'case_document' as _supplier,
        'board_meetings' as _entity,
        attendances._file_sha256,
        attendances._row_number
    from attendances
    cross join only_service

)

select * from board_meetings
