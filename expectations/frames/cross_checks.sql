-- Grain: one row per exception of a rule that holds the return against what else is
-- known of its quarter: the case-level return, their code, publications, what was sent.
with

counted as (

    select distinct
        unit_id,
        child_id
    from fct_measure_members
    where
        measure in ('kpi1', 'kpi2', 'kpi3a', 'kpi7')
        and breakdown = '{}'
        and in_denominator
        and quarter = $quarter
        and rule_version = $rules
        and service = $service

),

sent_in_documents as (

    select identifiers.child_id
    from national_children as children
    inner join child_identifiers as identifiers
        on
            identifiers.supplier_person_id
            in (children.ypid, children.service || '|' || children.ypid)
    where
        children.quarter = $quarter
        and children.service = $service

),

headlines as (

    select *
    from fct_measures
    where
        breakdown in ('{}', '{"period":"12m"}', '{"period":"quarter"}')
        and service = $service

),

counted_by_the_newest as (

    select ours.measure
    from headlines as ours
    inner join headlines as theirs
        on
            ours.measure = theirs.measure
            and ours.breakdown = theirs.breakdown
            and ours.quarter = theirs.quarter
            and theirs.rule_version = $newest_rules
    where
        ours.quarter = $quarter
        and ours.rule_version = $rules
        and starts_with(ours.measure, 'kpi')
        and ours.breakdown = '{}'
        and (ours.numerator, ours.denominator)
        is distinct from (theirs.numerator, theirs.denominator)

),

-- beyond three standard errors of two counts
published_otherwise as (

    select
        published.measure,
        published.period
    from fct_published_figures as published
    inner join headlines as ours
        on
            published.measure = ours.measure
            and published.quarter = ours.quarter
            and ours.breakdown
            in ('{}', '{"period":"' || published.period || '"}')
    where
        published.service = $service
        and published.quarter = $quarter
        and ours.rule_version = $rules
        and abs(published.numerator - ours.numerator)
        > 3 * sqrt(published.numerator + ours.numerator)

),

sent as (

    select unnest(
        from_json(
            $sent,
            '[{"quarter":"VARCHAR","rules":"VARCHAR","measure":"VARCHAR",
            "numerator":"BIGINT","denominator":"BIGINT"}]'
        ),
        recursive := true
    )

),

sent_otherwise as (

    select
        sent.measure,
        sent.quarter
    from sent
    left join headlines as now
        on
            sent.measure = now.measure
            and sent.quarter = now.quarter
            and sent.rules = now.rule_version
            and now.breakdown = '{}'
    where
        (sent.numerator, sent.denominator)
        is distinct from (now.numerator, now.denominator)

)

select
    'X-CASE-LEVEL' as rule_code,
    unit_id as record_id,
    child_id as issue_key,
    child_id
from counted
where
    child_id is null
    or child_id not in (
        select child_id from sent_in_documents
        where child_id is not null
    )
union all
select
    'X-CODE' as rule_code,
    measure as record_id,
    measure as issue_key,
    null as child_id
from counted_by_the_newest
union all
select
    'X-PUBLISHED' as rule_code,
    measure || ' ' || period as record_id,
    measure || ' ' || period as issue_key,
    null as child_id
from published_otherwise
union all
select
    'X-SENT' as rule_code,
    measure || ' of ' || quarter as record_id,
    measure || ' of ' || quarter as issue_key,
    null as child_id
from sent_otherwise
