-- every figure of either system: same, or explained by the children that move it, or not
create or replace table rehearsal.figures as
with

moved as (

    select
        movers.* exclude (children),
        movers.children,
        unnest(string_split(movers.children, ' ')) as child_id
    from rehearsal.movers as movers

),

-- of several children of one victim one that differs is enough
judged as (

    select
        moved.rule_version,
        moved.service,
        moved.quarter,
        moved.measure,
        moved.breakdown,
        moved.children,
        moved.numerator_moved,
        moved.denominator_moved,
        coalesce(sum(verdicts.differences), 0) > 0
        and coalesce(sum(verdicts.unexplained), 0) = 0 as is_explained,
        flatten(list(verdicts.rule_codes)) as rule_codes
    from moved
    left join rehearsal.child_verdicts as verdicts on moved.child_id = verdicts.child_id
    group by all

),

summed as (

    select
        rule_version,
        service,
        quarter,
        measure,
        breakdown,
        bool_and(is_explained) as is_explained,
        list_sort(list_distinct(flatten(list(rule_codes)))) as rule_codes,
        list_sort(list(children)) as children,
        to_json(list(
            [children, numerator_moved::varchar, denominator_moved::varchar]
            order by children
        ))::varchar as moved
    from judged
    group by all

),

sides as (

    select
        rule_version,
        service,
        quarter,
        measure,
        breakdown,
        olds.numerator as old_numerator,
        olds.denominator as old_denominator,
        news.numerator as new_numerator,
        news.denominator as new_denominator
    from old.figures as olds
    full join new.figures as news
        using (rule_version, service, quarter, measure, breakdown)

),

compared as (

    select
        sides.*,
        summed.rule_codes,
        summed.children,
        summed.moved,
        case
            when summed.measure is not null
                then
                    case
                        when summed.is_explained then 'explained' else 'unexplained'
                    end
            -- a quarter that one system alone knows, and that counts nobody
            when
                coalesce(sides.old_numerator, 0) = coalesce(sides.new_numerator, 0)
                and coalesce(
                    sides.old_denominator, sides.new_denominator
                ) is not distinct from coalesce(
                    sides.new_denominator, sides.old_denominator
                )
                then 'same'
            else 'unexplained'
        end as verdict
    from sides
    left join summed
        using (rule_version, service, quarter, measure, breakdown)

)

select
    compared.*,
    'F' || left(sha256(concat_ws(
        '|', salt.salt, asked.old_supplier, asked.new_supplier, rule_version, service,
        quarter, measure, breakdown, old_numerator, old_denominator, new_numerator,
        new_denominator, moved
    )), 12) as difference_id
from compared
cross join control.salt
cross join rehearsal.asked as asked
