with

special_needs as (

    select * from {{ ref('int_measures__special_needs') }}

),

orders as (

    select * from {{ ref('int_orders__ended') }}

),

characteristics as (

    select * from {{ ref('int_orders__characteristics') }}

),

groups as (

    select breakdown from {{ ref('measure_breakdowns') }}
    where measure = 'kpi3c'

),

-- the base is that of the headline: every child with a need
children as (

    select
        special_needs.calculation_id,
        special_needs.service,
        special_needs.quarter,
        special_needs.unit_id,
        {{ demographic_breakdowns(
            age_band('orders.age', "'10-14,15-17'"), 'characteristics'
        ) }} as breakdowns
    from special_needs
    inner join orders
        on
            special_needs.calculation_id = orders.calculation_id
            and special_needs.service = orders.service
            and special_needs.quarter = orders.quarter
            and special_needs.unit_id = orders.unit_id
    inner join characteristics
        on
            special_needs.calculation_id = characteristics.calculation_id
            and special_needs.service = characteristics.service
            and special_needs.unit_id = characteristics.unit_id
            and special_needs.quarter
            between characteristics.first_quarter and characteristics.last_quarter
    where special_needs.measure = 'kpi3' and special_needs.breakdown = '{}'

),

by_group as (

    select
        children.*,
        groups.breakdown,
        list_contains(children.breakdowns, groups.breakdown) as is_in_group
    from children
    cross join groups

),

members as (

    {{ members('kpi3c', 'breakdown', 'unit_id', 'is_in_group', 'by_group') }}

)

select * from members
