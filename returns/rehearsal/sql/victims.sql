-- each victim's id in one system beside that in the other, both ways
create table rehearsal.victims as
select old_key as victim_id, new_key as other_id
from rehearsal.pairs
where entity = 'victims'
union
select new_key as victim_id, old_key as other_id
from rehearsal.pairs
where entity = 'victims'
