-- Everybody in the base is in one group of a kind: of sex and ethnicity in 3c and 9f,
-- and of age in 3c. By age a child can be in both bands of 9f.
with

figures as (

    select * from {{ ref('fct_measures') }}
    where measure in ('kpi3c', 'kpi9f')

),

kinds as (

    select
        calculation_id,
        service,
        quarter,
        measure,
        json_keys(breakdown)[1] as kind,
        sum(numerator) as numerator,
        min(denominator) as smallest_base,
        max(denominator) as largest_base
    from figures
    group by all

)

select *
from kinds
where
    smallest_base != largest_base
    or numerator < largest_base
    or (numerator > largest_base and (measure = 'kpi3c' or kind != 'age'))
