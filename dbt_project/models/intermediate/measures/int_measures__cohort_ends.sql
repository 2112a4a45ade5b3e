with

cohorts as (

    select * from {{ ref('int_measures__cohorts') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

-- a twelve-month figure is as young as the youngest of its four cohorts
cohort_ends as (

    select
        calculation_id,
        service,
        quarter,
        'quarter' as period,
        max(reference_date) as last_reference_date
    from cohorts
    group by all
    union all
    select
        cohorts.calculation_id,
        cohorts.service,
        years.quarter,
        '12m' as period,
        max(cohorts.reference_date) as last_reference_date
    from cohorts
    inner join quarters as years
        on
            cohorts.reference_date between years.year_start_date and years.end_date
    group by all

)

select * from cohort_ends
