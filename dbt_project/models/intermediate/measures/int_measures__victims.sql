with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

orders as (

    select * from {{ ref('int_orders__ended') }}

),

victims as (

    select
        victims.*,
        calculations.kpi10_information_base = 'asked' as is_asked_base
    from {{ ref('int_orders__victims') }} as victims
    inner join calculations
        on victims.calculation_id = calculations.calculation_id

),

based as (

    select
        *,
        case when is_asked_base then is_progress_asked else is_consent end
            as is_progress_base,
        case when is_asked_base then is_support_asked else is_consent end
            as is_support_base
    from victims

),

flagged as (

    {{ victim_members(
        'kpi10', 'victim_id', 'is_engaged and is_consent', 'is_consent'
    ) }}
    union all
    {{ victim_members('kpi10a', 'victim_id', 'true', 'false') }}
    union all
    {{ victim_members('kpi10b', 'child_unit_id', 'true', 'false') }}
    union all
    {{ victim_members('kpi10c', 'intervention_unit_id', 'is_engaged', 'false') }}
    union all
    {{ victim_members('kpi10c', 'victim_id', 'false', 'is_consent') }}
    union all
    {{ victim_members('kpi10d', 'victim_id', 'is_view and is_consent', 'is_consent') }}
    union all
    {{ victim_members(
        'kpi10e', 'victim_id', 'is_progress_told and is_progress_base', 'is_progress_base'
    ) }}
    union all
    {{ victim_members('kpi10f', 'victim_id', 'is_support_told', 'is_support_base') }}
    union all
    {{ victim_members('kpi10g', 'victim_id', 'is_contacted', 'is_consent') }}
    union all
    {{ victim_members(
        'kpi10_asked', 'victim_id', 'is_progress_asked and is_progress_told',
        'is_progress_asked', breakdown=breakdown({'information': "'progress'"})
    ) }}
    union all
    {{ victim_members(
        'kpi10_asked', 'victim_id', 'is_support_asked and is_support_told',
        'is_support_asked', breakdown=breakdown({'information': "'support'"})
    ) }}
    union all
    {{ victim_members('kpi10a', 'unit_id', 'false', 'true', 'orders') }}
    union all
    {{ victim_members('kpi10b', 'unit_id', 'false', 'true', 'orders') }}

),

-- one victim of two children counts once
members as (

    select
        calculation_id,
        service,
        quarter,
        measure,
        breakdown,
        unit_id,
        bool_or(in_numerator) as in_numerator,
        bool_or(in_denominator) as in_denominator
    from flagged
    where in_numerator or in_denominator
    group by all

)

select * from members
