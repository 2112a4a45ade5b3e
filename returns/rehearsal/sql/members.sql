-- who is in each figure of the system in force, counted by child; a victim stands for the
-- children it is a victim of, as systems number victims anew
with

members as (

    select
        fct_measure_members.*,
        case
            when contains(breakdown, '"12m"')
                then substr(unit_id, strpos(unit_id, '|') + 1)
            else unit_id
        end as unit
    from marts.fct_measure_members
    semi join intermediate.int_rules__quarters as quarters
        on
            fct_measure_members.quarter = quarters.quarter
            and quarters.end_date < $line

),

people as (

    select
        service,
        ypid as unit,
        child_id as children
    from intermediate.int_identity__case_children

),

victims as (

    select
        contacts.service,
        contacts.master_victim_id as unit,
        string_agg(distinct people.children, ' ' order by people.children) as children
    from intermediate.int_case__victim_interventions as contacts
    inner join people
        on contacts.service = people.service and contacts.ypid = people.unit
    group by contacts.service, contacts.master_victim_id

)

select
    members.rule_version,
    members.service,
    members.quarter,
    members.measure,
    members.breakdown,
    coalesce(
        members.child_id,
        -- the base of kpi10a is children, all else without a child is victims
        case when members.measure = 'kpi10a' and not members.in_numerator
            then people.children end,
        victims.children,
        people.children,
        members.unit
    ) as children,
    count(*) filter (where members.in_numerator) as numerator,
    count(*) filter (where members.in_denominator) as denominator
from members
left join victims
    on members.service = victims.service and members.unit = victims.unit
left join people
    on members.service = people.service and members.unit = people.unit
group by all
