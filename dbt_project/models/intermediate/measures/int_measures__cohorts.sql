with

events as (

    select * from {{ ref('int_orders__index_events') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

-- a child enters a quarter's cohort once, at the earliest event; of several on a day
-- any gives the same figures
cohorts as (

    select
        events.calculation_id,
        events.service,
        quarters.quarter,
        quarters.end_date as cohort_end_date,
        events.unit_id,
        events.reference_date,
        events.ypid,
        events.offence_id,
        events.outcome_number
    from events
    cross join run_dates
    inner join quarters
        on events.reference_date between quarters.start_date and quarters.end_date
    where
        events.reference_date <= run_dates.run_date
        and {{ completed_years('events.birth_date', 'events.reference_date') }}
        between 10 and 17
    qualify row_number() over (
        partition by
            events.calculation_id, events.service, events.unit_id, quarters.quarter
        order by
            events.reference_date,
            events.ypid || '|' || events.offence_id,
            events.outcome_number
    ) = 1

)

select * from cohorts
