-- what a plan prints must come out of its own counts, by the rounding that our figures
-- use: a difference means that a count was copied wrongly, or that we round otherwise
select
    service,
    measure,
    quarter,
    period,
    value,
    value_from_counts
from {{ ref('fct_published_figures') }}
where numerator is not null and value is distinct from value_from_counts
