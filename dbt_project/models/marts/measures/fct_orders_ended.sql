with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

orders_ended as (

    select
        -- ids
        orders.calculation_id,
        calculations.rule_version,
        orders.service,
        orders.quarter,
        orders.unit_id,
        case_children.child_id,
        orders.ypid || '|' || orders.offence_id as offence_unit_id,
        orders.ypid || '|' || orders.programme_id as programme_unit_id,

        -- codes
        orders.order_type,
        orders.legal_outcome_code,
        orders.disposal_type_code,

        -- dates
        orders.outcome_date,
        orders.order_start_date,
        orders.start_point_date,
        orders.end_date as order_end_date,

        -- measures
        orders.age,

        -- flags
        coalesce(orders.start_point_date <= orders.school_leaving_date, false)
            as is_school_age_at_start,
        coalesce(orders.end_date <= orders.school_leaving_date, false)
            as is_school_age_at_end
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    left join case_children
        on
            orders.service = case_children.service
            and orders.unit_id = case_children.ypid

)

select * from orders_ended
