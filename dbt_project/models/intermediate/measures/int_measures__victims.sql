with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

orders as (

    select * from {{ ref('int_orders__ended') }}

),

offences as (

    select * from {{ ref('int_orders__victim_offences') }}

),

links as (

    select * from {{ ref('int_case__victim_offences') }}

),

interventions as (

    select * from {{ ref('int_case__victim_interventions') }}

),

victims as (

    select distinct
        offences.calculation_id,
        offences.service,
        offences.quarter,
        offences.unit_id as child_unit_id,
        interventions.victim_id,
        interventions.ypid || '|' || interventions.victim_intervention_id
            as intervention_unit_id,
        calculations.kpi10_information_base = 'asked' as is_asked_base,
        coalesce(upper(interventions.consent_code) = 'YES', false) as is_consent,
        coalesce(upper(interventions.engaged_rj_code) = 'YES', false) as is_engaged,
        coalesce(upper(interventions.view_prior_code) = 'YES', false) as is_view,
        coalesce(upper(interventions.progress_requested_code) = 'YES', false)
            as is_progress_asked,
        coalesce(upper(interventions.progress_provided_code) = 'YES', false)
            as is_progress_told,
        coalesce(upper(interventions.support_requested_code) = 'YES', false)
            as is_support_asked,
        coalesce(upper(interventions.support_provided_code) = 'YES', false)
            as is_support_told,
        interventions.contact_date is not null as is_contacted
    from offences
    inner join calculations
        on offences.calculation_id = calculations.calculation_id
    inner join links
        on
            offences.service = links.service
            and offences.ypid = links.ypid
            and offences.offence_id = links.offence_id
    inner join interventions
        on
            links.service = interventions.service
            and links.ypid = interventions.ypid
            and links.victim_intervention_id = interventions.victim_intervention_id
    where interventions.victim_id is not null

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
        '{}' as breakdown,
        unit_id,
        bool_or(in_numerator) as in_numerator,
        bool_or(in_denominator) as in_denominator
    from flagged
    where in_numerator or in_denominator
    group by all

)

select * from members
