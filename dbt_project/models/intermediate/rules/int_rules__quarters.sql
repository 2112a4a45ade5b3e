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

-- fifteen years bound the list when a record holds a date of another century
spans as (

    select
        run_dates.run_date,
        greatest(
            coalesce(
                (select min(outcome_date) from outcomes),
                run_dates.run_date
            ),
            run_dates.run_date - interval 15 year
        ) as first_date
    from run_dates

),

starts as (

    select unnest(generate_series(
        date_trunc('quarter', spans.first_date),
        date_trunc('quarter', spans.run_date),
        interval 3 month
    ))::date as start_date
    from spans
    union
    select make_date(
        left(quarter, 4)::integer + case when right(quarter, 1) = '4' then 1 else 0 end,
        case right(quarter, 1) when '4' then 1 else right(quarter, 1)::integer * 3 + 1 end,
        1
    ) as start_date
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
        start_date >= date '2023-04-01' as is_kpi_quarter
    from starts

)

select * from quarters
