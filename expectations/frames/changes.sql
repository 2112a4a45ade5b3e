-- Grain: one row per headline of the return, beside that of the quarter before.
-- Services are small: a change counts only if chance alone would hardly give it,
-- that is beyond three standard errors of two independent shares (or counts).
with

figures as (

    select
        measure,
        quarter,
        numerator,
        denominator,
        numerator / nullif(denominator, 0) as share
    from fct_measures
    where
        breakdown = '{}'
        and measure in ('kpi1', 'kpi2', 'kpi3', 'kpi6', 'kpi7')
        and rule_version = $rules
        and service = $service

),

pairs as (

    select
        this_quarter.measure,
        this_quarter.denominator as base,
        last_quarter.denominator as last_base,
        100 * abs(this_quarter.share - last_quarter.share) as points,
        (this_quarter.numerator + last_quarter.numerator)
        / nullif(this_quarter.denominator + last_quarter.denominator, 0) as pooled,
        1 / nullif(this_quarter.denominator, 0)
        + 1 / nullif(last_quarter.denominator, 0) as spread,
        coalesce(list_contains($explained, this_quarter.measure), false)
            as is_explained
    from figures as this_quarter
    left join figures as last_quarter
        on
            this_quarter.measure = last_quarter.measure
            and last_quarter.quarter = $previous
    where this_quarter.quarter = $quarter

)

select
    measure as record_id,
    case
        when is_explained or last_base is null then 0
        when points > 300 * sqrt(pooled * (1 - pooled) * spread) then points
        else 0
    end as unexplained_points,
    case
        when is_explained or coalesce(last_base, 0) = 0 then 0
        when abs(base - last_base) > 3 * sqrt(base + last_base)
            then 100 * abs(base - last_base) / last_base
        else 0
    end as unexplained_percent
from pairs
