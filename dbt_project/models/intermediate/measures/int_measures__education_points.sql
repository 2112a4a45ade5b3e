with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

order_points as (

    select * from {{ ref('int_orders__points') }}
    where point in ('start', 'end', 'release')

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

ete_statuses as (

    select * from {{ ref('int_orders__ete_statuses') }}

),

-- rows without hours are left out; a child with no hours at all is in no band
children as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        point,
        not bool_or(is_unsuitable) as is_suitable,
        sum(hours_offered) as hours_offered,
        sum(hours_attended) as hours_attended
    from ete_statuses
    group by calculation_id, service, quarter, unit_id, point

),

points as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        order_points.point,
        order_points.point_date <= orders.school_leaving_date as is_school_age,
        coalesce(children.is_suitable, false) as is_suitable,
        coalesce(not children.is_suitable, false) as is_unsuitable,
        children.hours_offered,
        children.hours_attended,
        order_points.point = 'start'
        and calculations.is_zero_hours_part_time_at_start as is_zero_part_time
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    inner join order_points
        on
            orders.calculation_id = order_points.calculation_id
            and orders.service = order_points.service
            and orders.quarter = order_points.quarter
            and orders.unit_id = order_points.unit_id
    left join children
        on
            orders.calculation_id = children.calculation_id
            and orders.service = children.service
            and orders.quarter = children.quarter
            and orders.unit_id = children.unit_id
            and order_points.point = children.point

),

-- full time is 25 hours a week at statutory school age, 16 above it
education_points as (

    select
        -- ids
        calculation_id,
        service,
        quarter,
        unit_id,
        point,

        -- codes
        order_type,
        case when is_school_age then 'school' else 'above' end as age_group,
        case
            when hours_offered >= case when is_school_age then 25 else 16 end
                then 'full_time'
            when hours_offered >= 1 or (hours_offered >= 0 and is_zero_part_time)
                then 'part_time'
        end as offered_time,
        {{ hours_band('hours_offered') }} as offered_band,
        {{ hours_band('hours_attended') }} as attended_band,

        -- flags
        is_suitable,
        is_unsuitable
    from points

)

select * from education_points
