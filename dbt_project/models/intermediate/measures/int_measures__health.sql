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
    union all
    select
        'kpi5' as kpi,
        code as type
    from {{ ref('sm_intervention_types') }}

),

answered as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        kpis.kpi,
        coalesce(bool_or(records.is_need), false) as is_need,
        coalesce(bool_or(records.is_in_treatment), false) as is_in_treatment,
        bool_or(records.is_in_treatment or records.is_offered) as is_any_offered,
        bool_or(
            records.is_need and (records.is_in_treatment or records.is_offered)
        ) as is_offered_on_record,
        bool_or(records.is_offer_not_attended) as is_offer_not_attended,
        bool_or(records.is_without_intervention) as is_without_intervention,
        list(records.intervention_type_code) filter (where records.is_offered)
            as offered_types,
        list(records.intervention_type_code) filter (where records.is_attended)
            as attended_types
    from orders
    cross join (select unnest(['kpi4', 'kpi5']) as kpi) as kpis
    left join health_records as records
        on
            orders.calculation_id = records.calculation_id
            and orders.service = records.service
            and orders.quarter = records.quarter
            and orders.unit_id = records.unit_id
            and kpis.kpi = records.kpi
    group by all

),

children as (

    select
        answered.* replace (
            coalesce(answered.is_offer_not_attended, false) as is_offer_not_attended,
            coalesce(answered.is_without_intervention, false) as is_without_intervention
        ),
        calculations.kpi45_headline = 'need_over_children' as is_need_headline,
        coalesce(
            if(
                calculations.is_need_and_offer_on_same_record,
                answered.is_offered_on_record,
                answered.is_need and answered.is_any_offered
            ),
            false
        ) as is_offered
    from answered
    inner join calculations
        on answered.calculation_id = calculations.calculation_id

),

-- numerator and denominator of 4c are counted separately: an offer needs no need
typed as (

    select
        children.*,
        types.type,
        case
            when types.type = 'NO_INTERVENTION' then children.is_without_intervention
            else list_contains(coalesce(children.offered_types, []), types.type)
        end as is_offered_type,
        list_contains(coalesce(children.attended_types, []), types.type)
            as is_attended_type
    from children
    inner join types on children.kpi = types.kpi

),

members as (

    {{ health_members(
        'kpi', "'{}'", 'if(is_need_headline, is_need, is_offered)',
        'is_need or is_need_headline', 'children'
    ) }}
    union all
    {{ health_members(
        'kpi', breakdown({'order_type': 'order_type'}),
        'if(is_need_headline, is_need, is_offered)',
        '(is_need or is_need_headline) and order_type is not null', 'children'
    ) }}
    union all
    {{ health_members("kpi || 'a'", "'{}'", 'is_need', 'true', 'children') }}
    union all
    {{ health_members("kpi || 'b'", "'{}'", 'is_in_treatment', 'is_need', 'children') }}
    union all
    {{ health_members(
        "kpi || 'c'", breakdown({'stage': "'offered'", 'type': 'type'}),
        'is_offered_type', 'is_need or is_offered_type', 'typed', 'is_need'
    ) }}
    union all
    {{ health_members(
        "kpi || 'c'", breakdown({'stage': "'attended'", 'type': 'type'}),
        'is_attended_type',
        "type != 'NO_INTERVENTION' and (is_offered_type or is_attended_type)", 'typed',
        'is_offered_type'
    ) }}
    union all
    {{ health_members(
        "kpi || 'c'", breakdown({'stage': "'did_not_attend'"}),
        'is_offer_not_attended', 'is_offered or is_offer_not_attended', 'children',
        'is_offered'
    ) }}
    union all
    {{ health_members(
        "kpi || 'd'", breakdown({'order_type': 'order_type'}), 'is_need',
        'order_type is not null', 'children'
    ) }}

)

select * from members
