-- In the rows of KPI 7 a child stands once at each point: where the headline looks at
-- the end, the rows of the end add up to it.
with

calculations as (

    select * from {{ ref('int_rules__calculations') }}
    where is_highest_status_only and kpi7_point = 'end'

),

figures as (

    select * from {{ ref('fct_measures') }}

),

rows_of_end as (

    select
        calculation_id,
        service,
        quarter,
        json_merge_patch(breakdown, '{"point":null,"status":null}')::varchar
            as breakdown,
        sum(numerator) as numerator
    from figures
    where measure = 'kpi7_template' and (breakdown ->> '$.point') = 'end'
    group by all

)

select
    rows_of_end.*,
    figures.numerator as numerator_of_headline
from rows_of_end
inner join calculations
    on rows_of_end.calculation_id = calculations.calculation_id
inner join figures
    on
        rows_of_end.calculation_id = figures.calculation_id
        and rows_of_end.service = figures.service
        and rows_of_end.quarter = figures.quarter
        and rows_of_end.breakdown = figures.breakdown
        and figures.measure = 'kpi7'
where rows_of_end.numerator != figures.numerator
