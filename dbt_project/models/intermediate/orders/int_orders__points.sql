with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

releases as (

    select * from {{ ref('int_orders__releases') }}

),

remands as (

    select * from {{ ref('int_orders__remands') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

-- remand lasts from the hearing to the outcome; where the child lived at its start is
-- told by the day before, as for custody
points as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        unnest(['start', 'end']) as point,
        unnest([start_point_date, end_date]) as point_date
    from orders
    union all
    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        'release' as point,
        releases.release_date as point_date
    from orders
    inner join releases
        on
            orders.service = releases.service
            and orders.ypid = releases.ypid
            and orders.offence_id = releases.offence_id
    where orders.tier = 'Custody' and releases.release_date is not null
    union all
    select
        remands.calculation_id,
        remands.service,
        remands.quarter,
        remands.unit_id,
        unnest(['remand_start', 'remand_release']) as point,
        unnest([
            remands.hearing_date + calculations.custody_offset_days,
            remands.outcome_date
        ]) as point_date
    from remands
    inner join calculations
        on remands.calculation_id = calculations.calculation_id

)

select * from points
