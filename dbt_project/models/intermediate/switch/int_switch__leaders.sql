with recursive

nodes as (

    select * from {{ ref('int_switch__nodes') }}

),

-- the next system in which the record is known
successors as (

    select
        pairs.entity,
        pairs.old_supplier,
        pairs.old_key,
        pairs.new_supplier,
        pairs.new_key
    from {{ ref('int_switch__pairs') }} as pairs
    inner join {{ ref('stg_control__case_systems') }} as case_systems
        on pairs.new_supplier = case_systems.supplier
    qualify
        row_number() over (
            partition by pairs.entity, pairs.old_supplier, pairs.old_key
            order by case_systems.system_number
        ) = 1

),

followed as (

    select
        entity,
        old_supplier as supplier,
        old_key as record_key,
        new_supplier as leader_supplier,
        new_key as leader_key,
        1 as steps
    from successors
    union all
    select
        followed.entity,
        followed.supplier,
        followed.record_key,
        successors.new_supplier as leader_supplier,
        successors.new_key as leader_key,
        followed.steps + 1 as steps
    from followed
    inner join successors
        on
            followed.entity = successors.entity
            and followed.leader_supplier = successors.old_supplier
            and followed.leader_key = successors.old_key

),

last_steps as (

    select
        entity,
        supplier,
        record_key,
        arg_max(leader_supplier, steps) as leader_supplier,
        arg_max(leader_key, steps) as leader_key
    from followed
    group by entity, supplier, record_key

),

leaders as (

    select
        -- ids
        nodes.entity,
        nodes.supplier,
        nodes.system_number,
        nodes.record_key,
        coalesce(last_steps.leader_supplier, nodes.supplier) as leader_supplier,
        coalesce(last_steps.leader_key, nodes.record_key) as leader_key,

        -- dates
        nodes.dated_on,
        nodes.ended_on,

        -- flags
        last_steps.leader_key is not null as has_successor
    from nodes
    left join last_steps
        on
            nodes.entity = last_steps.entity
            and nodes.supplier = last_steps.supplier
            and nodes.record_key = last_steps.record_key

)

select * from leaders
