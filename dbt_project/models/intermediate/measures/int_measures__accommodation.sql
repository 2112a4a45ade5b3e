with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

residences as (

    select * from {{ ref('int_orders__residences') }}

),

children as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        point,
        not bool_or(is_unsuitable) as is_suitable,
        list_distinct(list(accommodation_group)) as accommodation_groups
    from residences
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
        coalesce(children.is_suitable, false) as is_suitable,
        coalesce(not children.is_suitable, false) as is_unsuitable,
        children.accommodation_groups
    from orders
    cross join (select unnest(['start', 'end']) as point) as wanted
    left join children
        on
            orders.calculation_id = children.calculation_id
            and orders.service = children.service
            and orders.quarter = children.quarter
            and orders.unit_id = children.unit_id
            and wanted.point = children.point

),

at_end as (

    select * from points
    where point = 'end'

),

grouped as (

    select
        *,
        unnest(accommodation_groups) as accommodation_group
    from points

),

members as (

    {{ members('kpi1', "'{}'", 'unit_id', 'is_suitable', 'at_end') }}
    union all
    {{ members(
        'kpi1', breakdown({'order_type': 'order_type'}), 'unit_id', 'is_suitable',
        'at_end', 'order_type is not null'
    ) }}
    union all
    {{ members(
        'kpi1a', breakdown({'point': 'point', 'suitability': "'suitable'"}), 'unit_id',
        'is_suitable', 'points'
    ) }}
    union all
    {{ members(
        'kpi1a', breakdown({'point': 'point', 'suitability': "'unsuitable'"}),
        'unit_id', 'is_unsuitable', 'points'
    ) }}
    union all
    {{ members(
        'kpi1b',
        breakdown({'accommodation_group': 'accommodation_group', 'point': 'point'}),
        'unit_id', 'is_suitable', 'grouped', 'accommodation_group is not null'
    ) }}

)

select * from members
