with

orders as (

    select * from {{ ref('int_orders__ended') }}
    where order_type is not null

),

wider_services as (

    select * from {{ ref('int_measures__wider_services') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

care_statuses as (

    select * from {{ ref('int_orders__care_statuses') }}

),

statuses as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        status_code,
        unnest(['start', 'end', 'during']) as point,
        unnest([is_at_start, is_at_end, is_during]) as is_held
    from care_statuses
    where is_in_headline

),

held as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        point,
        list(distinct status_code) as codes,
        min_by(
            status_code, list_position(['LAC', 'CP', 'CIN', 'EH'], status_code)
        ) as highest_code
    from statuses
    where is_held
    group by calculation_id, service, quarter, unit_id, point

),

answers as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        points.point,
        codes.status,
        coalesce(list_contains(held.codes, codes.status), false) as is_answer
    from orders
    inner join (
        select
            calculation_id,
            unnest(['start', kpi7_point]) as point
        from calculations
    ) as points on orders.calculation_id = points.calculation_id
    cross join (select unnest(['LAC', 'CP', 'CIN', 'EH']) as status) as codes
    left join held
        on
            orders.calculation_id = held.calculation_id
            and orders.service = held.service
            and orders.quarter = held.quarter
            and orders.unit_id = held.unit_id
            and points.point = held.point

),

-- the form adds its rows up, so there a child stands under the highest status only
form as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        held.point,
        unnest(
            case
                when calculations.is_highest_status_only then [held.highest_code]
                else held.codes
            end
        ) as status
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    inner join held
        on
            orders.calculation_id = held.calculation_id
            and orders.service = held.service
            and orders.quarter = held.quarter
            and orders.unit_id = held.unit_id
    where held.point in ('start', 'end')

),

members as (

    select * replace ('kpi7d' as measure)
    from wider_services
    where measure = 'kpi7' and breakdown != '{}'
    union all by name
    {{ members(
        'kpi7d',
        breakdown({'order_type': 'order_type', 'point': 'point', 'status': 'status'}),
        'unit_id', 'is_answer', 'answers'
    ) }}
    union all by name
    {{ members(
        'kpi7_template',
        breakdown({'order_type': 'order_type', 'point': 'point', 'status': 'status'}),
        'unit_id', 'true', 'form'
    ) }}

)

select * from members
