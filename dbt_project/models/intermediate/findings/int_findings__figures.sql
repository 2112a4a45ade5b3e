with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

residences as (

    select * from {{ ref('int_orders__residences') }}
    where point = 'end'

),

ete_statuses as (

    select * from {{ ref('int_orders__ete_statuses') }}
    where point = 'end'

),

populations as (

    select * from {{ ref('int_rules__populations') }}

),

services as (

    select distinct service from {{ ref('int_case__persons') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

index_events as (

    select * from {{ ref('int_orders__index_events') }}

),

-- the warehouse knows one child, the counting rules see two
counted_twice as (

    select
        units.service,
        case_children.child_id,
        min(units.unit_id) as unit_id
    from units
    inner join case_children
        on units.service = case_children.service and units.ypid = case_children.ypid
    where units.is_merged
    group by units.service, case_children.child_id
    having count(distinct units.unit_id) > 1

),

findings as (

    select
        'DQ-ACC-MISSING' as finding_code,
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        cast(null as varchar) as detail
    from orders
    anti join residences
        on
            orders.calculation_id = residences.calculation_id
            and orders.service = residences.service
            and orders.quarter = residences.quarter
            and orders.unit_id = residences.unit_id
    union all
    select
        'DQ-ETE-MISSING' as finding_code,
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        cast(null as varchar) as detail
    from orders
    anti join ete_statuses
        on
            orders.calculation_id = ete_statuses.calculation_id
            and orders.service = ete_statuses.service
            and orders.quarter = ete_statuses.quarter
            and orders.unit_id = ete_statuses.unit_id
    union all
    select
        'DQ-POP-YEAR' as finding_code,
        populations.calculation_id,
        populations.service,
        populations.quarter,
        null as unit_id,
        populations.population_year || ' for ' || populations.wanted_year as detail
    from populations
    inner join services on populations.service = services.service
    where not populations.is_wanted_year
    union all
    select
        'DQ-RELEASE-UNKNOWN' as finding_code,
        calculation_id,
        service,
        null as quarter,
        ypid || '|' || offence_id as unit_id,
        cast(null as varchar) as detail
    from index_events
    where reference_date is null
    union all
    select
        'DQ-DUPLICATE-CHILD' as finding_code,
        null as calculation_id,
        service,
        null as quarter,
        unit_id,
        cast(null as varchar) as detail
    from counted_twice

)

select * from findings
