with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

health_records as (

    select * from {{ ref('int_orders__health_records') }}

),

types as (

    select
        'kpi4' as kpi,
        code as type
    from {{ ref('mh_intervention_types') }}
    where code != 'NO_INTERVENTION'
    union all
    select
        'kpi5' as kpi,
        code as type
    from {{ ref('sm_intervention_types') }}
    where code != 'NO_INTERVENTION'

),

needs as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        kpi,
        bool_or(is_need) as is_need,
        bool_or(is_in_treatment) as is_in_treatment,
        bool_or(is_offered) as is_offered,
        bool_or(is_need and (is_in_treatment or is_offered)) as is_offered_on_record,
        bool_or(is_attended) as is_attended,
        list(distinct intervention_type_code) filter (where is_offered)
            as offered_types,
        list(distinct intervention_type_code) filter (where is_attended)
            as attended_types
    from health_records
    group by all

),

children as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        kpis.kpi,
        calculations.kpi45_headline = 'need_over_children' as is_need_headline,
        coalesce(needs.is_need, false) as is_need,
        coalesce(needs.is_in_treatment, false) as is_in_treatment,
        coalesce(needs.is_need and needs.is_offered, false) as is_offered,
        coalesce(needs.is_attended, false) as is_attended,
        coalesce(
            case
                when calculations.kpi45_headline = 'need_over_children'
                    then needs.is_need
                when calculations.is_need_and_offer_on_same_record
                    then needs.is_offered_on_record
                else needs.is_need and (needs.is_in_treatment or needs.is_offered)
            end,
            false
        ) as is_counted,
        coalesce(needs.offered_types, []) as offered_types,
        coalesce(needs.attended_types, []) as attended_types
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    cross join (select unnest(['kpi4', 'kpi5']) as kpi) as kpis
    left join needs
        on
            orders.calculation_id = needs.calculation_id
            and orders.service = needs.service
            and orders.quarter = needs.quarter
            and orders.unit_id = needs.unit_id
            and kpis.kpi = needs.kpi

),

typed as (

    select
        children.*,
        types.type,
        list_contains(children.offered_types, types.type) as is_offered_type,
        list_contains(children.attended_types, types.type) as is_attended_type
    from children
    inner join types on children.kpi = types.kpi
    where children.is_need

),

members as (

    {{ health_members(
        'kpi', "'{}'", 'is_counted', 'is_need or is_need_headline', 'children'
    ) }}
    union all
    {{ health_members(
        'kpi', breakdown({'order_type': 'order_type'}), 'is_counted',
        '(is_need or is_need_headline) and order_type is not null', 'children'
    ) }}
    union all
    {{ health_members("kpi || 'a'", "'{}'", 'is_need', 'true', 'children') }}
    union all
    {{ health_members("kpi || 'b'", "'{}'", 'is_in_treatment', 'is_need', 'children') }}
    union all
    {{ health_members(
        "kpi || 'c'", breakdown({'stage': "'offered'", 'type': 'type'}),
        'is_offered_type', 'true', 'typed'
    ) }}
    union all
    {{ health_members(
        "kpi || 'c'", breakdown({'stage': "'attended'", 'type': 'type'}),
        'is_attended_type', 'is_offered_type or is_attended_type', 'typed',
        'is_offered_type'
    ) }}
    union all
    {{ health_members(
        "kpi || 'c'", breakdown({'stage': "'did_not_attend'"}), 'not is_attended',
        'is_need and is_offered', 'children'
    ) }}
    union all
    {{ health_members(
        "kpi || 'd'", breakdown({'order_type': 'order_type'}), 'is_need',
        'order_type is not null', 'children'
    ) }}

)

select * from members
