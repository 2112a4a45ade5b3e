with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

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
        [case when bool_or(is_unsuitable) then 'unsuitable' else 'suitable' end]
            as answers
    from education
    where point = 'end'
    group by calculation_id, service, quarter, unit_id

),

-- the YJB's code joins the education of whatever quarter: then both answers may hold
suitability_of_any_quarter as (

    select
        suitability.calculation_id,
        suitability.service,
        suitability.unit_id,
        flatten(list(suitability.answers)) as answers
    from suitability
    inner join calculations
        on suitability.calculation_id = calculations.calculation_id
    where {{ behaves_as_code('calculations', 'send_ete_of_any_quarter') }}
    group by all

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
        coalesce(any_quarter.answers, suitability.answers, []) as answers
    from orders
    left join needs
        on
            orders.calculation_id = needs.calculation_id
            and orders.service = needs.service
            and orders.quarter = needs.quarter
            and orders.unit_id = needs.unit_id
    left join suitability
        on
            orders.calculation_id = suitability.calculation_id
            and orders.service = suitability.service
            and orders.quarter = suitability.quarter
            and orders.unit_id = suitability.unit_id
    left join suitability_of_any_quarter as any_quarter
        on
            orders.calculation_id = any_quarter.calculation_id
            and orders.service = any_quarter.service
            and orders.unit_id = any_quarter.unit_id

),

with_needs as (

    select * from children
    where is_identified

),

by_suitability as (

    select
        with_needs.*,
        answers.answer,
        list_contains(with_needs.answers, answers.answer) as is_answer
    from with_needs
    cross join (select unnest(['suitable', 'unsuitable']) as answer) as answers

),

members as (

    {{ members('kpi3', "'{}'", 'unit_id', 'has_plan', 'with_needs') }}
    union all
    {{ members(
        'kpi3', breakdown({'order_type': 'order_type'}), 'unit_id', 'has_plan',
        'with_needs', 'order_type is not null'
    ) }}
    union all
    {{ members('kpi3a', "'{}'", 'unit_id', 'is_identified', 'children') }}
    union all
    {{ members(
        'kpi3b', breakdown({'ete': 'answer'}), 'unit_id', 'is_answer', 'by_suitability'
    ) }}
    union all
    {{ members(
        'kpi3d', breakdown({'order_type': 'order_type'}), 'unit_id', 'is_identified',
        'children', 'order_type is not null'
    ) }}

)

select * from members
