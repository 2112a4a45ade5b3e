-- why the systems differ: rules, and kinds of what no rule explains
with

explained as (

    select unnest(rule_codes) as rule_code
    from rehearsal.judged_figures
    where verdict = 'explained'

),

figures as (

    select
        rule_code,
        count(*) as figures
    from explained
    group by rule_code

),

causes as (

    select
        verdict,
        rule_code,
        case when rule_code is null then entity end as entity,
        case when rule_code is null then kind end as kind,
        case when rule_code is null then column_name end as "column",
        count(*) as differences,
        count(distinct child_id) as children,
        any_value(figures.figures) as figures
    from rehearsal.judged
    left join figures using (rule_code)
    group by all

)

select * from causes
order by
    verdict = 'unexplained' desc, differences desc, rule_code, entity, kind, "column"
