-- the records of one entity by verdict: a pair has the worst verdict of its values, a
-- record of a child whom one system alone has that of the child
with

judged as (

    select *
    from rehearsal.judged
    where entity = '<entity>' and not starts_with(kind, 'child_')

),

worst as (

    select
        old_key,
        new_key,
        max(verdict) as verdict
    from judged
    group by old_key, new_key

),

-- of a child whom one system alone has
lone as (

    select children.verdict
    from (
        select child_id from old."<entity>"
        union all
        select child_id from new."<entity>"
    ) as records
    inner join rehearsal.judged as children
        on
            records.child_id = children.child_id
            and children.kind in ('child_only_old', 'child_only_new')

),

same as (

    select 'same' as verdict
    from rehearsal.pairs as pairs
    inner join old."<entity>" as olds on pairs.old_key = olds.record_key
    inner join new."<entity>" as news on pairs.new_key = news.record_key
    anti join worst
        on pairs.old_key = worst.old_key and pairs.new_key = worst.new_key
    where pairs.entity = '<entity>'

)

select verdict, count(*)
from (
    select verdict from worst
    union all
    select verdict from lone
    union all
    select verdict from same
)
group by verdict
