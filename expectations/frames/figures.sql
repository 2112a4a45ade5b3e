-- Grain: one row per figure asked for, beside the count of its members.
with

figures as (

    select *
    from fct_measures
    where
        ($quarter is null or quarter = $quarter)
        and ($rules is null or rule_version = $rules)
        and ($service is null or service = $service)

),

counts as (

    select
        measure,
        rule_version,
        service,
        quarter,
        breakdown,
        count(*) filter (where in_numerator) as numerator,
        count(*) filter (where in_denominator) as denominator,
        count(*) as members_count,
        count(distinct unit_id || ' ' || coalesce(unit_part, '')) as units_count
    from fct_measure_members
    group by all

)

select
    concat_ws(
        ' ',
        coalesce(figures.measure, counts.measure),
        coalesce(figures.breakdown, counts.breakdown),
        coalesce(figures.quarter, counts.quarter),
        coalesce(figures.rule_version, counts.rule_version),
        coalesce(figures.service, counts.service)
    ) as record_id,
    figures.measure,
    figures.numerator,
    figures.denominator,
    -- only what another source does not state may be missing
    figures.source = 'CASE_LEVEL'
    and figures.numerator is null as is_numerator_missing,
    -- what another source states has no members here
    case
        when figures.source != 'CASE_LEVEL' then figures.numerator
        else coalesce(counts.numerator, 0)
    end as members_numerator,
    case
        when catalogue.denominator_kind = 'members'
            then coalesce(counts.denominator, 0)
        else figures.denominator
    end as members_denominator,
    -- a ratio of two separate counts may exceed 100 % (counting rules, section 12),
    -- and a child may reoffend more than once
    case
        when
            catalogue.denominator_kind = 'members'
            and figures.measure not in (
                'kpi2e', 'kpi4c', 'kpi5c', 'kpi10a', 'kpi10c', 'kpi10f', 'kpi10g',
                'reoffending_frequency', 'reoffences_per_child'
            )
            then figures.denominator
    end as limit_of_numerator,
    coalesce(counts.members_count - counts.units_count, 0) as repeated_members,
    count(*) over (
        partition by
            figures.measure,
            figures.breakdown,
            figures.quarter,
            figures.rule_version,
            figures.service
    ) as copies
from figures
left join counts
    on
        figures.measure = counts.measure
        and figures.rule_version = counts.rule_version
        and figures.service = counts.service
        and figures.quarter = counts.quarter
        and figures.breakdown = counts.breakdown
left join rules.measures as catalogue on figures.measure = catalogue.measure
