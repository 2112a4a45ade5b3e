with

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

requested as (

    select * from {{ ref('stg_control__requested_quarters') }}

),

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

firsts as (

    select min(outcome_date) as outcome_date
    from outcomes

),

-- fifteen years bound the list when a record holds a date of another century
spans as (

    select
        run_dates.run_date,
        greatest(
            coalesce(firsts.outcome_date, run_dates.run_date),
            run_dates.run_date - interval 15 year
        ) as first_date
    from run_dates
    cross join firsts

),

-- the first quarter of a financial year starts in April
starts as (

    select
        unnest(
            generate_series(
                date_trunc('quarter', spans.first_date),
                date_trunc('quarter', spans.run_date),
                interval 3 month
            )
        )::date as start_date
    from spans
    union
    select
        (
            make_date(left(requested.quarter, 4)::integer, 1, 1)
            + to_months(3 * right(requested.quarter, 1)::integer)
        )::date as start_date
    from requested

),

quarters as (

    select
        -- ids
        {{ quarter_label('start_date') }} as quarter,

        -- dates
        start_date,
        (start_date + interval 3 month - interval 1 day)::date as end_date,

        -- the twelve months that end with the quarter
        (start_date - interval 9 month)::date as year_start_date,

        -- mid-year estimates belong to the financial year of the quarter
        year(start_date - interval 3 month) as financial_year_start,

        -- flags
        start_date >= date '2023-04-01' as is_kpi_quarter,

        -- the YJB calls the KPIs fit for decisions from April 2025 (section 8 item 2)
        start_date between date '2023-04-01' and date '2025-03-31' as is_experimental
    from starts

)

select * from quarters
