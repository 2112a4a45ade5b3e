with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

order_points as (

    select * from {{ ref('int_orders__points') }}

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

-- without an address a child is neither suitable nor unsuitable, and stays in the base
points as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        order_points.point,
        coalesce(children.is_suitable, false) as is_suitable,
        coalesce(not children.is_suitable, false) as is_unsuitable,
        children.accommodation_groups
    from orders
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

of_orders as (

    select * from points
    where point in ('start', 'end', 'release')

),

answers as (

    select
        of_orders.*,
        answers.suitability,
        case answers.suitability
            when 'suitable' then of_orders.is_suitable else of_orders.is_unsuitable
        end as is_answer
    from of_orders
    cross join (select unnest(['suitable', 'unsuitable']) as suitability) as answers

),

grouped as (

    select
        *,
        unnest(accommodation_groups) as accommodation_group
    from points

),

members as (

    {{ members(
        'kpi1', "'{}'", 'unit_id', 'is_suitable', 'of_orders', "point = 'end'"
    ) }}
    union all
    {{ members(
        'kpi1', breakdown({'order_type': 'order_type'}), 'unit_id', 'is_suitable',
        'of_orders', "point = 'end' and order_type is not null"
    ) }}
    union all
    {{ members(
        'kpi1a', breakdown({'point': 'point', 'suitability': 'suitability'}),
        'unit_id', 'is_answer', 'answers', "point != 'release'"
    ) }}
    union all
    {{ members(
        'kpi1b',
        breakdown({'accommodation_group': 'accommodation_group', 'point': 'point'}),
        'unit_id', 'is_suitable', 'grouped',
        "accommodation_group is not null and not starts_with(point, 'remand')"
    ) }}
    union all
    {{ members(
        'kpi1_remand',
        breakdown({'accommodation_group': 'accommodation_group', 'point': 'point'}),
        'unit_id', 'is_suitable', 'grouped',
        "accommodation_group is not null and starts_with(point, 'remand')"
    ) }}
    union all
    {{ members(
        'kpi1c',
        breakdown({
            'order_type': 'order_type', 'point': 'point', 'suitability': 'suitability'
        }),
        'unit_id', 'is_answer', 'answers', 'order_type is not null'
    ) }}

)

select * from members
