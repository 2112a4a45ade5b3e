with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

ete_statuses as (

    select * from {{ ref('int_orders__ete_statuses') }}

),

children as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        point,
        not bool_or(is_unsuitable) as is_suitable,
        -- rows without hours are left out; a child with no hours at all is in no band
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
        wanted.point,
        case
            when wanted.point = 'start' then orders.start_point_date
            else orders.end_date
        end <= orders.school_leaving_date as is_school_age,
        coalesce(children.is_suitable, false) as is_suitable,
        coalesce(not children.is_suitable, false) as is_unsuitable,
        children.hours_offered,
        children.hours_attended,
        wanted.point = 'start' and calculations.is_zero_hours_part_time_at_start
            as is_zero_part_time
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    cross join (select unnest(['start', 'end']) as point) as wanted
    left join children
        on
            orders.calculation_id = children.calculation_id
            and orders.service = children.service
            and orders.quarter = children.quarter
            and orders.unit_id = children.unit_id
            and wanted.point = children.point

),

-- full time is 25 hours a week at statutory school age, 16 above it
timed as (

    select
        *,
        case when is_school_age then 'school' else 'above' end as age_group,
        case
            when hours_offered >= case when is_school_age then 25 else 16 end
                then 'full_time'
            when hours_offered >= 1 or (hours_offered >= 0 and is_zero_part_time)
                then 'part_time'
        end as offered_time
    from points

),

at_end as (

    select * from timed
    where point = 'end'

),

by_suitability as (

    select
        timed.*,
        answers.suitability,
        case answers.suitability
            when 'suitable' then timed.is_suitable else timed.is_unsuitable
        end as is_answer
    from timed
    cross join (select unnest(['suitable', 'unsuitable']) as suitability) as answers

),

by_hours as (

    select
        timed.*,
        answers.hours,
        coalesce(timed.offered_time = answers.hours, false) as is_answer
    from timed
    cross join (select unnest(['part_time', 'full_time']) as hours) as answers

),

members as (

    {{ members('kpi2', "'{}'", 'unit_id', 'is_suitable', 'at_end') }}
    union all
    {{ members(
        'kpi2', breakdown({'order_type': 'order_type'}), 'unit_id', 'is_suitable',
        'at_end', 'order_type is not null'
    ) }}
    union all
    {{ members(
        'kpi2b',
        breakdown({
            'age_group': 'age_group', 'point': 'point', 'suitability': 'suitability'
        }),
        'unit_id', 'is_answer', 'by_suitability'
    ) }}
    union all
    {{ members(
        'kpi2c', breakdown({'hours': 'hours', 'point': 'point'}), 'unit_id',
        'is_answer', 'by_hours'
    ) }}

)

select * from members
