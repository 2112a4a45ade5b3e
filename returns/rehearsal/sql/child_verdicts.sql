-- of each child how many differences there are, and which rules explain them
create or replace table rehearsal.child_verdicts as
select
    child_id,
    count(*) as differences,
    count(*) filter (where rule_code is null) as unexplained,
    list_sort(list_distinct(list(rule_code))) as rule_codes
from rehearsal.verdicts
group by child_id
