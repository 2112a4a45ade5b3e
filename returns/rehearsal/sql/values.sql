-- of each compared value how often it differs
select
    entity,
    column_name as "column",
    count(*) as differ,
    count(*) filter (where verdict = 'explained') as explained,
    count(*) filter (where verdict = 'signed_off') as signed_off,
    count(*) filter (where verdict = 'unexplained') as unexplained
from rehearsal.judged
where kind = 'value'
group by entity, column_name
order by unexplained desc, differ desc, entity, column_name
