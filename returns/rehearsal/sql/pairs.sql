-- which records of the two systems are the same one; victims are among them
create table rehearsal.pairs as
select
    pairs.entity,
    pairs.old_key,
    pairs.new_key,
    pairs.paired_by in ('other_parent', 'near_day', 'same_day') as is_near
from intermediate.int_switch__pairs as pairs
semi join rehearsal.asked as asked
    on
        pairs.old_supplier = asked.old_supplier
        and pairs.new_supplier = asked.new_supplier
