-- Small numbers in fct_measures, for eyes outside the partnership.
-- A count below the threshold and its complement are withheld, not 0 itself
-- (cfg.suppress.threshold, 5 unless set; counting rules 1.4), and where only one part of a whole is withheld the next
-- smallest part is withheld too, or subtraction would give it back. So would a year
-- from which three of its quarters can be taken off: it is withheld with any of them.
with

thresholds as (

    select
        calculation_id,
        setting_value::bigint as threshold
    from build.marts.dim_rule_settings
    where setting_key = 'cfg.suppress.threshold'

),

figures as (

    select
        figures.*,
        -- the order types of one point and answer are parts of one whole
        case
            when breakdown like '%"order_type":%,%'
                then [json_merge_patch(breakdown, '{"order_type":null}')::varchar]
            else json_keys(breakdown)
        end as siblings_of,
        4 * left(quarter, 4)::integer + right(quarter, 1)::integer as quarter_number,
        denominator between 1 and threshold - 1 as is_small_base,
        numerator between 1 and threshold - 1
        or denominator - numerator between 1 and threshold - 1 as is_small_count
    from build.marts.fct_measures as figures
    inner join thresholds on figures.calculation_id = thresholds.calculation_id

),

wholes as (

    select
        measure,
        rule_version,
        service,
        quarter,
        is_small_base,
        is_small_base or is_small_count as is_withheld
    from figures
    where breakdown = '{}'

),

years as (

    select
        measure,
        rule_version,
        service,
        quarter,
        bool_or(is_small_base) over of_year as has_small_base,
        bool_or(is_small_base or is_small_count) over of_year as has_small_count
    from figures
    where breakdown in ('{}', '{"period":"quarter"}')
    window of_year as (
        partition by measure, rule_version, service
        order by quarter_number range between 3 preceding and current row
    )

),

parts as (

    select
        figures.*,
        count(*) filter (where figures.is_small_base) over siblings as small_bases,
        count(*) filter (
            where figures.is_small_base or figures.is_small_count
        ) over siblings as small_counts,
        row_number() over (
            siblings
            order by
                coalesce(figures.is_small_base, false),
                coalesce(figures.denominator, 0) = 0,
                figures.denominator,
                figures.breakdown
        ) as base_place,
        row_number() over (
            siblings
            order by
                coalesce(figures.is_small_base or figures.is_small_count, false),
                coalesce(figures.numerator, 0) = 0,
                figures.numerator,
                figures.breakdown
        ) as count_place
    from figures
    window siblings as (
        partition by
            figures.measure,
            figures.rule_version,
            figures.service,
            figures.quarter,
            figures.siblings_of
    )

),

decided as (

    select
        parts.*,
        coalesce(parts.is_small_base, false)
        or (
            parts.small_bases = 1
            and parts.base_place = 1
            and parts.breakdown <> '{}'
            and not coalesce(wholes.is_small_base, false)
        )
        or coalesce(years.has_small_base, false) as is_base_withheld,
        coalesce(parts.is_small_base or parts.is_small_count, false)
        or (
            parts.small_counts = 1
            and parts.count_place = 1
            and parts.breakdown <> '{}'
            and not coalesce(wholes.is_withheld, false)
        )
        or coalesce(years.has_small_count, false) as is_count_withheld
    from parts
    left join wholes
        on
            parts.measure = wholes.measure
            and parts.rule_version = wholes.rule_version
            and parts.service = wholes.service
            and parts.quarter = wholes.quarter
    left join years
        on
            parts.breakdown = '{"period":"12m"}'
            and parts.measure = years.measure
            and parts.rule_version = years.rule_version
            and parts.service = years.service
            and parts.quarter = years.quarter

)

select
    -- ids
    measure,
    calculation_id,
    rule_version,
    service,
    quarter,
    breakdown,

    -- codes
    source,

    -- measures
    case when not (is_base_withheld or is_count_withheld) then numerator end
        as numerator,
    case when not is_base_withheld then denominator end as denominator,
    case when not (is_base_withheld or is_count_withheld) then value end as value,
    state,
    unit,

    -- flags
    is_low_base,
    is_experimental,
    is_default_version,
    is_series_break,
    is_base_withheld or is_count_withheld as is_suppressed
from decided
