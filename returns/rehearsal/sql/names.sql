-- each difference and figure in words that tell nothing of a record, with its rule
select
    difference_id,
    concat_ws(
        ' ', entity || coalesce('.' || column_name, ''), replace(kind, '_', ' '),
        coalesce(old_key, new_key)
    ) as what,
    rule_code
from rehearsal.verdicts
union all
select
    difference_id,
    concat_ws(' ', measure, breakdown, quarter, rule_version) as what,
    null as rule_code
from rehearsal.figures
where verdict != 'same'
