with

members as (

    select * from {{ ref('int_measures__members') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

printed as (

    select * from {{ ref('measure_breakdowns') }}

),

services as (

    select distinct service from {{ ref('int_case__persons') }}
    union
    select service from {{ ref('stg_control__services_in_scope') }}

),

-- KPI 7 has the point of its headline, KPI 9f the age bands of the setting
breakdowns as (

    select
        calculations.calculation_id,
        printed.measure,
        printed.breakdown
    from calculations
    cross join printed
    where
        printed.measure not in ('kpi7b', 'kpi7d')
        or coalesce(printed.breakdown ->> '$.point', 'start')
        in ('start', calculations.kpi7_point)
    union all
    select
        calculation_id,
        'kpi9f' as measure,
        {{ breakdown({'age': "unnest(string_split(kpi9_age_bands, ','))"}) }}
            as breakdown
    from calculations

),

-- every figure that exists is printed, also when nobody is in it
grid as (

    select
        breakdowns.calculation_id,
        services.service,
        quarters.quarter,
        breakdowns.measure,
        breakdowns.breakdown
    from breakdowns
    cross join services
    cross join quarters
    where
        not starts_with(breakdowns.measure, 'kpi')
        or (
            quarters.is_kpi_quarter
            and (
                breakdowns.breakdown != '{"period":"12m"}'
                or quarters.year_start_date >= date '2023-04-01'
            )
        )
    union
    select
        calculation_id,
        service,
        quarter,
        measure,
        breakdown
    from members

)

select * from grid
