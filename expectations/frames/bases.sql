-- Grain: one row per pair of headlines' counts that stand for one group.
with

counts as (

    select
        measure,
        unnest(['numerator', 'denominator']) as part,
        unnest([numerator, denominator]) as counted
    from fct_measures
    where
        breakdown = '{}'
        and quarter = $quarter
        and rule_version = $rules
        and service = $service

)

select
    checks.left_measure
    || ' and '
    || checks.right_measure
    || ': '
    || checks.check_name as record_id,
    lefts.counted as left_count,
    rights.counted as right_count
from rules.cross_checks as checks
inner join counts as lefts
    on
        checks.left_measure = lefts.measure
        and checks.left_part = lefts.part
left join counts as rights
    on
        checks.right_measure = rights.measure
        and checks.right_part = rights.part
