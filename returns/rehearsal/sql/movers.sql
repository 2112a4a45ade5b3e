-- which children each figure counts otherwise in the new system, and by how much
create or replace table rehearsal.movers as
with

sides as (

    select *, 1 as sign from new.members
    union all by name
    select
        members.* exclude (children),
        coalesce(names.child_id, members.children) as children,
        -1 as sign
    from old.members as members
    left join rehearsal.child_names as names on members.children = names.old_name

)

select
    rule_version,
    service,
    quarter,
    measure,
    breakdown,
    children,
    sum(sign * numerator)::bigint as numerator_moved,
    sum(sign * denominator)::bigint as denominator_moved
from sides
group by all
having numerator_moved != 0 or denominator_moved != 0
