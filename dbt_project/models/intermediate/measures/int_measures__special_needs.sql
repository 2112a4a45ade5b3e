with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

send_statuses as (

    select * from {{ ref('int_orders__send_statuses') }}

),

education as (

    select * from {{ ref('int_orders__ete_statuses') }}

),

needs as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        bool_or(is_identified) as is_identified,
        -- need and plan on one record
        bool_or(is_identified and has_formal_plan) as has_plan
    from send_statuses
    group by calculation_id, service, quarter, unit_id

),

suitability as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        case when bool_or(is_unsuitable) then 'unsuitable' else 'suitable' end as ete
    from education
    where point = 'end'
    group by calculation_id, service, quarter, unit_id

),

children as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        coalesce(needs.is_identified, false) as is_identified,
        coalesce(needs.has_plan, false) as has_plan,
        suitability.ete
    from orders
    left join needs using (calculation_id, service, quarter, unit_id)
    left join suitability using (calculation_id, service, quarter, unit_id)

),

members as (

    select
        calculation_id,
        service,
        quarter,
        'kpi3' as measure,
        '{}' as breakdown,
        unit_id,
        has_plan as in_numerator
    from children
    where is_identified
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi3' as measure,
        {{ breakdown({'order_type': 'order_type'}) }} as breakdown,
        unit_id,
        has_plan as in_numerator
    from children
    where is_identified and order_type is not null
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi3a' as measure,
        '{}' as breakdown,
        unit_id,
        is_identified as in_numerator
    from children
    union all
    select
        children.calculation_id,
        children.service,
        children.quarter,
        'kpi3b' as measure,
        {{ breakdown({'ete': 'answers.ete'}) }} as breakdown,
        children.unit_id,
        coalesce(children.ete = answers.ete, false) as in_numerator
    from children
    cross join (select unnest(['suitable', 'unsuitable']) as ete) as answers
    where children.is_identified
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi3d' as measure,
        {{ breakdown({'order_type': 'order_type'}) }} as breakdown,
        unit_id,
        is_identified as in_numerator
    from children
    where order_type is not null

)

select * from members
