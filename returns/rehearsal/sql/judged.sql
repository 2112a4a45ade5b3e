-- the verdict of each difference and figure, sign-offs included; a figure is settled with
-- the last open difference of the children that move it
create or replace table rehearsal.judged as
select
    verdicts.*,
    case
        when verdicts.rule_code is not null then 'explained'
        when signed.difference_id is not null then 'signed_off'
        else 'unexplained'
    end as verdict
from rehearsal.verdicts as verdicts
left join rehearsal.signed as signed using (difference_id);

create or replace table rehearsal.judged_figures as
with

open_children as (

    select
        child_id,
        bool_or(verdict = 'unexplained') as is_open
    from rehearsal.judged
    group by child_id

),

movers as (

    select
        figures.difference_id,
        unnest(string_split(array_to_string(figures.children, ' '), ' ')) as child_id
    from rehearsal.figures as figures
    where figures.verdict = 'unexplained'

),

open_figures as (

    select
        movers.difference_id,
        bool_or(coalesce(open_children.is_open, true)) as is_open
    from movers
    left join open_children on movers.child_id = open_children.child_id
    group by movers.difference_id

)

select
    figures.* exclude (verdict),
    case
        when figures.verdict != 'unexplained' then figures.verdict
        when signed.difference_id is not null or not open_figures.is_open
            then 'signed_off'
        else 'unexplained'
    end as verdict
from rehearsal.figures as figures
left join rehearsal.signed as signed using (difference_id)
left join open_figures using (difference_id)
