with

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

default_versions as (

    select * from {{ ref('int_rules__default_versions') }}

),

calculations as (

    select
        calculation_id,
        settings['cfg.deadline.case_level'] as case_level_days,
        nullif(settings['cfg.deadline.kpi'], 'case_level') as kpi_days
    from {{ ref('int_rules__calculations') }}

),

-- due days are given as month and day for each of Q1 to Q4
due_days as (

    select
        quarters.*,
        default_versions.rule_version,
        split_part(
            calculations.case_level_days, ',', right(quarters.quarter, 1)::integer
        ) as case_level_due_day,
        split_part(
            coalesce(calculations.kpi_days, calculations.case_level_days),
            ',',
            right(quarters.quarter, 1)::integer
        ) as kpi_due_day
    from quarters
    left join default_versions on quarters.quarter = default_versions.quarter
    left join calculations
        on default_versions.calculation_id = calculations.calculation_id

),

due_dates as (

    select
        *,
        (year(end_date) || '-' || case_level_due_day)::date as case_level_this_year,
        (year(end_date) || '-' || kpi_due_day)::date as kpi_this_year
    from due_days

),

dim_quarters as (

    select
        -- ids
        quarter,

        -- codes
        rule_version as default_rule_version,

        -- dates
        start_date,
        end_date,
        financial_year_start
        || '/'
        || right((financial_year_start + 1)::varchar, 2) as financial_year,
        case
            when case_level_this_year > end_date then case_level_this_year
            else (case_level_this_year + interval 1 year)::date
        end as case_level_due_date,
        case
            when kpi_this_year > end_date then kpi_this_year
            else (kpi_this_year + interval 1 year)::date
        end as kpi_due_date,

        -- flags
        is_kpi_quarter,
        is_experimental
    from due_dates

)

select * from dim_quarters
