-- Grain: one row per child with an order ending in the quarter, with the measures
-- that lost sight of the child.
with

members as (

    select *
    from fct_measure_members
    where
        quarter = $quarter
        and rule_version = $rules
        and service = $service
        and in_denominator

),

children as (

    select
        unit_id,
        any_value(child_id) as child_id,
        bool_or(measure = 'kpi1' and breakdown = '{}') as is_in_kpi1,
        bool_or(measure = 'kpi2' and breakdown = '{}') as is_in_kpi2,
        bool_or(measure = 'kpi3a' and breakdown = '{}') as is_in_kpi3a,
        bool_or(measure = 'kpi7' and breakdown = '{}') as is_in_kpi7,
        count(*) filter (
            where measure = 'kpi1' and json_keys(breakdown) = ['order_type']
        ) as order_types_count
    from members
    where
        measure in ('kpi1', 'kpi2', 'kpi3', 'kpi3a', 'kpi7')
        -- members of a year are named otherwise
        and breakdown != '{"period":"12m"}'
    group by unit_id

)

select
    unit_id as record_id,
    child_id as issue_key,
    child_id,
    nullif(
        concat_ws(
            ', ',
            case when not is_in_kpi1 then 'kpi1' end,
            case when not is_in_kpi2 then 'kpi2' end,
            case when not is_in_kpi3a then 'kpi3a' end,
            case when not is_in_kpi7 then 'kpi7' end,
            case when order_types_count <> 1 then 'order type' end
        ),
        ''
    ) as missing_from
from children
