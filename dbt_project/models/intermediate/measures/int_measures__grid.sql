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

breakdowns as (

    select * from {{ ref('measure_breakdowns') }}

),

services as (

    select distinct service from {{ ref('int_case__persons') }}
    union
    select service from {{ ref('stg_control__services_in_scope') }}

),

-- every figure that exists is printed, also when nobody is in it
grid as (

    select
        calculations.calculation_id,
        services.service,
        quarters.quarter,
        breakdowns.measure,
        breakdowns.breakdown
    from calculations
    cross join services
    cross join quarters
    cross join breakdowns
    where
        (quarters.is_kpi_quarter or not starts_with(breakdowns.measure, 'kpi'))
        and (
            breakdowns.measure != 'kpi7b'
            or contains(breakdowns.breakdown, '"' || calculations.kpi7_point || '"')
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
