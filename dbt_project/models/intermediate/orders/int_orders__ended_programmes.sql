with

programme_outcomes as (

    select * from {{ ref('int_orders__programme_outcomes') }}

),

services as (

    select * from {{ ref('services') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

-- rule 7 of section 1, before any setting: what had ended by the run date, of a service
-- that still existed then
ended as (

    select programme_outcomes.*
    from programme_outcomes
    cross join run_dates
    where
        programme_outcomes.is_programme_counted
        and programme_outcomes.end_date >= date '2023-04-01'
        and programme_outcomes.end_date <= run_dates.run_date
        and programme_outcomes.end_date >= programme_outcomes.start_date
        and programme_outcomes.outcome_date <= run_dates.run_date
        and not exists (
            select 1
            from services
            where
                services.service = programme_outcomes.service
                and services.valid_to < programme_outcomes.end_date
        )

)

select * from ended
