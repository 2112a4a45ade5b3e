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
        meetings.meeting_date::varchar || '|' || meetings.sector_code as unit_id,
        sectors.sector is not null as is_known_sector,
        coalesce(lower(meetings.attendee_level_code), '') in (
            'senior', 'delegate', 'none'
        ) as is_known_level
    from meetings
    left join sectors on lower(meetings.sector_code) = sectors.sector

),

of_rows as (

    {{ finding(
        'DQ-BOARD-CODE', 'warning', 'unit_id', "'sector'",
        "'the sector is not in the reference: it counts nowhere in KPI 8'",
        'judged', 'not is_known_sector'
    ) }}
    union all
    {{ finding(
        'DQ-BOARD-LEVEL', 'warning', 'unit_id', "'attendee_level'",
        "'not senior, delegate or none: the sector counts as absent'",
        'judged', 'not is_known_level'
    ) }}
    union all
    {{ finding(
        'DQ-BOARD-SERVICE', 'warning', 'unit_id', "'service'",
        "'no service is named and there are several: the meeting counts nowhere'",
        'judged', 'service is null'
    ) }}

),

-- an absent list of meetings is no list of absences: KPI 8 has no answer
without_meeting as (

    select
        'DQ-BOARD-MISSING' as finding_code,
        'warning' as severity,
        services.service,
        quarters.quarter,
        'no board meeting is known in the quarter: KPI 8 has no answer' as message
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
