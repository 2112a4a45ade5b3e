with

meetings as (

    select * from {{ ref('int_case__board_meetings') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

services as (

    select distinct service from {{ ref('int_case__persons') }}

),

sectors as (

    select * from {{ ref('board_sectors') }}

),

judged as (

    select
        meetings.*,
        {{ quarter_label('meetings.meeting_date') }} as quarter,
        coalesce(meetings.meeting_date::varchar, 'no date')
        || '|' || meetings.sector_code as unit_id,
        sectors.sector is not null as is_known_sector,
        coalesce(lower(meetings.attendee_level_code), '') in (
            'senior', 'delegate', 'none'
        ) as is_known_level
    from meetings
    left join sectors on lower(meetings.sector_code) = sectors.sector

),

of_rows as (

    {{ finding(
        'DQ-BOARD-DATE-NULL', 'unit_id', 'meeting date',
        'judged', 'meeting_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-BOARD-CODE', 'unit_id', 'sector',
        'judged', 'not is_known_sector', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-BOARD-LEVEL', 'unit_id', 'attendee level',
        'judged', 'not is_known_level', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-BOARD-SERVICE', 'unit_id', 'service',
        'judged', 'service is null', 'quarter'
    ) }}

),

-- an absent list of meetings is no list of absences: KPI 8 has no answer
without_meeting as (

    select
        'DQ-BOARD-MISSING' as finding_code,
        services.service,
        quarters.quarter
    from quarters
    cross join services
    cross join run_dates
    where
        quarters.is_kpi_quarter
        and quarters.end_date <= run_dates.run_date
        and not exists (
            select 1
            from meetings
            where
                meetings.service = services.service
                and meetings.meeting_date >= quarters.start_date
                and meetings.meeting_date <= quarters.end_date
        )

),

board as (

    select * from of_rows
    union all by name
    select * from without_meeting

)

select * from board
