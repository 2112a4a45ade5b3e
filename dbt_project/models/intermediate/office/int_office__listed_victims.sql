with

listed as (

    select * from {{ ref('int_office__victims') }}

),

-- an id that both systems gave means what it means today
new_ids as (

    select
        record_key,
        standing_key
    from {{ ref('int_switch__standing') }}
    where entity = 'victims'
    qualify count(*) over (partition by record_key) = 1

),

translated as (

    select
        listed.service,
        coalesce(own_ids.standing_key, listed.victim_id) as victim_id,
        coalesce(master_ids.standing_key, listed.master_victim_id) as master_victim_id
    from listed
    left join new_ids as own_ids on listed.victim_id = own_ids.record_key
    left join new_ids as master_ids on listed.master_victim_id = master_ids.record_key

),

listed_victims as (

    select *
    from translated
    -- listed under the old id and under the new one: the word that joins goes first
    qualify
        row_number() over (
            partition by service, victim_id
            order by victim_id = master_victim_id, master_victim_id
        ) = 1

)

select * from listed_victims
