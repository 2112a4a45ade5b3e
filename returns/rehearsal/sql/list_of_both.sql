-- the service's own list of victims with the ids of both systems
with

told as (

    {told}

)

select * from told
union all
select told.* replace (
    others.other_id as victim_id,
    coalesce(masters.other_id, told.master_victim_id) as master_victim_id
)
from told
inner join rehearsal.victims as others on told.victim_id = others.victim_id
left join rehearsal.victims as masters
    on told.master_victim_id = masters.victim_id
anti join told as listed on others.other_id = listed.victim_id
