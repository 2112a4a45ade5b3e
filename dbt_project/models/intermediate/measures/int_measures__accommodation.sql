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

members as (

    select
        calculation_id,
        service,
        quarter,
        'kpi1' as measure,
        '{}' as breakdown,
        unit_id,
        is_suitable as in_numerator
    from points
    where point = 'end'
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi1' as measure,
        {{ breakdown({'order_type': 'order_type'}) }} as breakdown,
        unit_id,
        is_suitable as in_numerator
    from points
    where point = 'end' and order_type is not null
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi1a' as measure,
        {{ breakdown({'point': 'point', 'suitability': "'suitable'"}) }} as breakdown,
        unit_id,
        is_suitable as in_numerator
    from points
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi1a' as measure,
        {{ breakdown({'point': 'point', 'suitability': "'unsuitable'"}) }} as breakdown,
        unit_id,
        is_unsuitable as in_numerator
    from points
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi1b' as measure,
        {{ breakdown({'accommodation_group': 'accommodation_group', 'point': 'point'}) }}
            as breakdown,
        unit_id,
        is_suitable as in_numerator
    from (
        select
            *,
            unnest(accommodation_groups) as accommodation_group
        from points
    ) as grouped
    where accommodation_group is not null

)

select * from members
