with

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__offence_scores') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

proven_offences as (

    select
        -- ids
        proven.calculation_id,
        calculations.rule_version,
        proven.service,
        proven.quarter,
        proven.ypid || '|' || proven.offence_id as unit_id,
        proven.unit_id as child_unit_id,
        case_children.child_id,

        -- codes
        serious_offences.offence_category_code,
        proven.tier,
        proven.order_type,

        -- dates
        proven.outcome_date,

        -- measures
        serious_offences.seriousness_score,
        proven.age,

        -- flags
        serious_offences.is_serious_violence
    from proven
    inner join serious_offences
        on
            proven.calculation_id = serious_offences.calculation_id
            and proven.service = serious_offences.service
            and proven.ypid = serious_offences.ypid
            and proven.offence_id = serious_offences.offence_id
    inner join calculations
        on proven.calculation_id = calculations.calculation_id
    inner join quarters
        on proven.quarter = quarters.quarter
    left join case_children
        on
            proven.service = case_children.service
            and proven.ypid = case_children.ypid
    where quarters.is_kpi_quarter

)

select * from proven_offences
