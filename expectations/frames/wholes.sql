-- Grain: one row per headline that is split by order type, beside its parts' sum.
with

figures as (

    select *
    from fct_measures
    where
        measure in ('kpi1', 'kpi2', 'kpi3', 'kpi7')
        and quarter = $quarter
        and rule_version = $rules
        and service = $service

),

parts as (

    select
        measure,
        sum(numerator)::bigint as numerator,
        sum(denominator)::bigint as denominator
    from figures
    where json_keys(breakdown) = ['order_type']
    group by measure

)

select
    figures.measure as record_id,
    figures.numerator,
    figures.denominator,
    coalesce(parts.numerator, 0) as parts_numerator,
    coalesce(parts.denominator, 0) as parts_denominator
from figures
left join parts on figures.measure = parts.measure
where figures.breakdown = '{}'
