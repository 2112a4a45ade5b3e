with

residences as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        'kpi1' as kpi,
        point,
        accommodation_type_code as code,
        accommodation_group as group_name,
        case when is_unsuitable then 'unsuitable' else 'suitable' end as suitability,
        'case system' as record_source
    from {{ ref('int_orders__residences') }}

),

ete_statuses as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        'kpi2' as kpi,
        point,
        provision_type_code as code,
        provision_type_code as group_name,
        case when is_unsuitable then 'unsuitable' else 'suitable' end as suitability,
        'case system' as record_source
    from {{ ref('int_orders__ete_statuses') }}

),

send_statuses as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        'kpi3' as kpi,
        'end' as point,
        case when is_identified then 'identified' else 'not identified' end as code,
        case when has_formal_plan then 'formal plan' else 'no formal plan' end
            as group_name,
        null as suitability,
        record_source
    from {{ ref('int_orders__send_statuses') }}

),

care_statuses as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        'kpi7' as kpi,
        unnest(
            list_filter(
                [
                    case when is_at_start then 'start' end,
                    case when is_at_end then 'end' end,
                    case when is_during then 'during' end
                ],
                lambda point: point is not null
            )
        ) as point,
        status_code as code,
        status_text as group_name,
        null as suitability,
        record_source
    from {{ ref('int_orders__care_statuses') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

statuses as (

    select * from residences
    union all
    select * from ete_statuses
    union all
    select * from send_statuses
    union all
    select * from care_statuses

),

order_statuses as (

    select distinct
        -- ids
        statuses.calculation_id,
        calculations.rule_version,
        statuses.service,
        statuses.quarter,
        statuses.unit_id,

        -- codes
        statuses.kpi,
        statuses.point,
        statuses.code,
        statuses.group_name,
        statuses.suitability,
        statuses.record_source
    from statuses
    inner join calculations
        on statuses.calculation_id = calculations.calculation_id

)

select * from order_statuses
