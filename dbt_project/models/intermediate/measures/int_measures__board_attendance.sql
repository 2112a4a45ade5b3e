with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

known_sectors as (

    select
        sector,
        is_statutory = 'YES' as is_statutory
    from {{ ref('board_sectors') }}

),

attendances as (

    select * from {{ ref('int_case__board_meetings') }}

),

dated as (

    select
        attendances.service,
        {{ quarter_label('attendances.meeting_date') }} as quarter,
        attendances.meeting_date,
        lower(attendances.sector_code) as sector,
        lower(attendances.attendee_level_code) as attendee_level,
        attendances.shares_disproportionality_data
    from attendances
    where attendances.meeting_date is not null

),

-- each way of reading several meetings: any counts a sector once, last takes the last
-- meeting, mean keeps every meeting as a part of its own
scoped as (

    select
        calculations.calculation_id,
        calculations.kpi8_headline = 'sectors' as is_per_sector,
        dated.*,
        case
            when
                calculations.kpi8_headline = 'sectors'
                and calculations.kpi8_multi_meeting != 'mean'
                then ''
            else dated.meeting_date::varchar
        end as unit_part
    from dated
    cross join calculations
    where
        dated.service is not null
        and dated.meeting_date >= date '2023-04-01'
    qualify
        calculations.kpi8_multi_meeting != 'last'
        or calculations.kpi8_headline != 'sectors'
        or dated.meeting_date = max(dated.meeting_date) over (
            partition by
                calculations.calculation_id, dated.service, dated.quarter
        )

),

sectors as (

    select distinct
        scoped.calculation_id,
        scoped.service,
        scoped.quarter,
        scoped.unit_part,
        scoped.is_per_sector,
        known_sectors.sector,
        known_sectors.is_statutory
    from scoped
    cross join known_sectors

),

attendance as (

    select
        sectors.calculation_id,
        sectors.service,
        sectors.quarter,
        sectors.unit_part,
        sectors.is_per_sector,
        sectors.sector,
        sectors.is_statutory,
        coalesce(bool_or(scoped.attendee_level = 'senior'), false) as is_senior,
        coalesce(bool_or(scoped.attendee_level = 'delegate'), false) as is_delegate,
        coalesce(bool_or(scoped.shares_disproportionality_data), false) as is_sharing
    from sectors
    left join scoped
        on
            sectors.calculation_id = scoped.calculation_id
            and sectors.service = scoped.service
            and sectors.quarter = scoped.quarter
            and sectors.unit_part = scoped.unit_part
            and sectors.sector = scoped.sector
    group by all

)

select * from attendance
