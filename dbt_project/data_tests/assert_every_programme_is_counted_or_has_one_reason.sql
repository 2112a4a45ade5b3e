-- the rules are written once, but a reason may be missing from the list of reasons: a
-- programme would then be in neither table
with

programmes as (

    select
        service,
        ypid || '|' || programme_id as programme_unit_id
    from {{ ref('int_case__programmes') }}
    where coalesce(end_date, date '9999-12-31') >= date '2023-04-01'

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

accounted as (

    select
        calculation_id,
        service,
        programme_unit_id
    from {{ ref('fct_orders_ended') }}
    union all
    select
        calculation_id,
        service,
        programme_unit_id
    from {{ ref('fct_orders_not_counted') }}

),

counted as (

    select
        calculations.calculation_id,
        programmes.service,
        programmes.programme_unit_id,
        count(accounted.programme_unit_id) as times
    from programmes
    cross join calculations
    left join accounted
        on
            calculations.calculation_id = accounted.calculation_id
            and programmes.service = accounted.service
            and programmes.programme_unit_id = accounted.programme_unit_id
    group by all

)

select *
from counted
where times != 1
