-- The parts of a figure that split it add up to it, under every rule version. Not of
-- parts that overlap, such as kinds of provision, where a child may be in two.
with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

figures as (

    select * from {{ ref('fct_measures') }}

),

-- the keys of a part, the one that is added up, and the measure that it then equals
splits (part, keys, added_key, whole) as (

    values
    ('kpi1', ['order_type'], 'order_type', 'kpi1'),
    ('kpi1c', ['order_type', 'point', 'suitability'], 'order_type', 'kpi1a'),
    ('kpi2', ['order_type'], 'order_type', 'kpi2'),
    ('kpi2b', ['age_group', 'point', 'suitability'], 'age_group', 'kpi2a'),
    ('kpi2f', ['order_type', 'point', 'suitability'], 'order_type', 'kpi2a'),
    ('kpi3', ['order_type'], 'order_type', 'kpi3'),
    ('kpi3d', ['order_type'], 'order_type', 'kpi3a'),
    ('kpi4', ['order_type'], 'order_type', 'kpi4'),
    ('kpi4d', ['order_type'], 'order_type', 'kpi4a'),
    ('kpi5', ['order_type'], 'order_type', 'kpi5'),
    ('kpi5d', ['order_type'], 'order_type', 'kpi5a'),
    ('kpi6c', ['completion', 'sex'], 'sex', 'kpi6'),
    ('kpi6c', ['completion', 'ethnicity'], 'ethnicity', 'kpi6'),
    ('kpi7', ['order_type'], 'order_type', 'kpi7'),
    ('kpi7d', ['order_type'], 'order_type', 'kpi7'),
    ('kpi7d', ['order_type', 'point', 'status'], 'order_type', 'kpi7b'),
    ('kpi8a', ['sector'], 'sector', 'kpi8'),
    ('kpi8c', ['sector'], 'sector', 'kpi8b'),
    ('cautioned_or_sentenced', ['age'], 'age', 'cautioned_or_sentenced'),
    ('cautioned_or_sentenced', ['ethnicity'], 'ethnicity', 'cautioned_or_sentenced'),
    ('cautioned_or_sentenced', ['sex'], 'sex', 'cautioned_or_sentenced')

),

-- every base of 6c, and every population, is that of the whole
added as (

    select
        figures.calculation_id,
        figures.service,
        figures.quarter,
        splits.part,
        splits.added_key,
        splits.whole,
        json_merge_patch(
            figures.breakdown, '{"' || splits.added_key || '":null}'
        )::varchar as breakdown,
        sum(figures.numerator) as numerator,
        sum(figures.denominator) filter (
            where splits.part not in ('kpi6c', 'cautioned_or_sentenced')
        ) as denominator
    from figures
    inner join splits
        on
            figures.measure = splits.part
            and json_keys(figures.breakdown) = splits.keys
    where figures.breakdown != '{"sector":"other"}'
    group by all

),

-- first-tier sentences, where counted, have no column of the form; and the form counts
-- the out-of-court disposals of a child once per column
comparable as (

    select added.*
    from added
    inner join calculations
        on added.calculation_id = calculations.calculation_id
    where
        (added.added_key != 'order_type' or not calculations.is_first_tier_in_kpi)
        and (added.part != 'kpi6c' or calculations.kpi6_unit = 'child')

)

select
    comparable.*,
    figures.numerator as numerator_of_whole,
    figures.denominator as denominator_of_whole
from comparable
inner join figures
    on
        comparable.calculation_id = figures.calculation_id
        and comparable.service = figures.service
        and comparable.quarter = figures.quarter
        and comparable.whole = figures.measure
        and comparable.breakdown = figures.breakdown
where
    comparable.numerator != figures.numerator
    or comparable.denominator != figures.denominator
