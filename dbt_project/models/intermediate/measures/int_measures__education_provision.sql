with

points as (

    select * from {{ ref('int_orders__points') }}
    where point in ('start', 'end')

),

ete_statuses as (

    select * from {{ ref('int_orders__ete_statuses') }}

),

provision_types as (

    select
        code,
        "group" as provision_group
    from {{ ref('ete_provision_types') }}

),

-- a child with two provisions is in both groups
provided as (

    select
        ete_statuses.calculation_id,
        ete_statuses.service,
        ete_statuses.quarter,
        ete_statuses.unit_id,
        ete_statuses.point,
        list(provision_types.provision_group) as provision_groups
    from ete_statuses
    inner join provision_types
        on ete_statuses.provision_type_code = provision_types.code
    group by all

),

answers as (

    select
        points.calculation_id,
        points.service,
        points.quarter,
        points.unit_id,
        points.point,
        provision_groups.provision_group,
        coalesce(
            list_contains(provided.provision_groups, provision_groups.provision_group),
            false
        ) as is_provided
    from points
    cross join (
        select distinct provision_group from provision_types
    ) as provision_groups
    left join provided
        on
            points.calculation_id = provided.calculation_id
            and points.service = provided.service
            and points.quarter = provided.quarter
            and points.unit_id = provided.unit_id
            and points.point = provided.point

),

members as (

    {{ members(
        'kpi2d',
        breakdown({'point': 'point', 'provision_group': 'provision_group'}),
        'unit_id', 'is_provided', 'answers'
    ) }}

)

select * from members
