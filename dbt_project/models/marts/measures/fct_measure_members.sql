with

members as (

    select * from {{ ref('int_measures__members') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

measure_members as (

    select
        -- ids
        members.measure,
        members.calculation_id,
        calculations.rule_version,
        members.service,
        members.quarter,
        members.breakdown,
        members.unit_id,
        members.unit_part,
        case_children.child_id,

        -- flags
        members.in_numerator,
        members.in_denominator
    from members
    inner join calculations
        on members.calculation_id = calculations.calculation_id
    left join case_children
        on
            members.service = case_children.service
            and {{ ypid_of('members.unit_id', 'members.measure', 'members.breakdown') }}
            = case_children.ypid

)

select * from measure_members
