-- who is on which side of each figure that their code computes too, per calculation.
-- Board attendance is in no record; reoffending is counted from the police's computer;
-- a sum of four quarters is compared quarter by quarter. A child whom a version counts
-- once per column of the form is one unit here
create or replace temp table sides as
with

members as (

    select
        members.*,
        catalogue.denominator_kind,
        -- the point of KPI 7 is a difference of definition, not another figure
        case
            when members.measure in ('kpi7b', 'kpi7d')
                then regexp_replace(members.breakdown, '"point":"(end|during)",', '')
            else members.breakdown
        end as figure
    from intermediate.int_measures__members as members
    inner join rules.measures as catalogue
        on members.measure = catalogue.measure
    where
        members.service = $service
        and members.quarter = $quarter
        and not regexp_matches(members.measure, '^(kpi8|reoffending)')
        and not contains(members.breakdown, '"12m"')

)

select distinct
    calculation_id,
    measure,
    figure,
    'numerator' as side,
    unit_id
from members
where in_numerator
union all
select distinct
    calculation_id,
    measure,
    figure,
    'denominator' as side,
    unit_id
from members
where
    in_denominator
    and denominator_kind = 'members'
    -- a base that is the same in all parts is compared in the headline
    and measure not in ('kpi3c', 'kpi6c', 'kpi9f')
