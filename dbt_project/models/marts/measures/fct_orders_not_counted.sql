with

not_counted as (

    select * from {{ ref('int_orders__not_counted') }}

),

deleted as (

    select * from {{ ref('int_case__deleted_programmes') }}
    where coalesce(end_date, date '9999-12-31') >= date '2023-04-01'

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

with_deleted as (

    select * from not_counted
    union all by name
    select
        calculations.calculation_id,
        deleted.ypid as unit_id,
        {{ quarter_label('deleted.end_date') }} as quarter,
        'deleted' as reason,
        deleted.*
    from deleted
    cross join calculations

),

orders_not_counted as (

    select
        -- ids
        with_deleted.calculation_id,
        calculations.rule_version,
        with_deleted.service,
        with_deleted.quarter,
        with_deleted.unit_id,
        case_children.child_id,
        with_deleted.ypid || '|' || with_deleted.programme_id as programme_unit_id,

        -- codes
        with_deleted.disposal_type_code,
        with_deleted.reason,
        reasons.words as reason_name,
        reasons.clause as reason_clause,
        reasons.what_to_mend,

        -- dates
        with_deleted.start_date,
        with_deleted.end_date
    from with_deleted
    inner join reasons on with_deleted.reason = reasons.reason
    inner join calculations
        on with_deleted.calculation_id = calculations.calculation_id
    left join case_children
        on
            with_deleted.service = case_children.service
            and with_deleted.unit_id = case_children.ypid

)

select * from orders_not_counted
