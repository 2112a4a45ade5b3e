with

not_counted as (

    select * from {{ ref('int_orders__not_counted') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

reasons as (

    select * from {{ ref('uncounted_reasons') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

orders_not_counted as (

    select
        -- ids
        not_counted.calculation_id,
        calculations.rule_version,
        not_counted.service,
        not_counted.quarter,
        not_counted.unit_id,
        case_children.child_id,
        not_counted.ypid || '|' || not_counted.programme_id as programme_unit_id,

        -- codes
        not_counted.disposal_type_code,
        not_counted.reason,
        reasons.words as reason_name,
        reasons.clause as reason_clause,
        reasons.what_to_mend,

        -- dates
        not_counted.start_date,
        not_counted.end_date
    from not_counted
    inner join reasons on not_counted.reason = reasons.reason
    inner join calculations
        on not_counted.calculation_id = calculations.calculation_id
    left join case_children
        on
            not_counted.service = case_children.service
            and not_counted.unit_id = case_children.ypid

)

select * from orders_not_counted
