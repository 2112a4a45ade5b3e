{% set nearby_days = 31 %}

with

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

left_over as (

    select * from {{ ref('int_switch__left_over') }}

),

same_day as (

    select
        olds.entity,
        olds.supplier as old_supplier,
        olds.record_key as old_key,
        news.supplier as new_supplier,
        news.record_key as new_key,
        case when olds.day_key = news.day_key then 1 else 3 end as step,
        abs(olds.nth - news.nth) as distance
    from left_over as olds
    inner join left_over as news
        on
            olds.entity = news.entity
            and olds.child_id = news.child_id
            and olds.dated_on = news.dated_on
            and olds.other_supplier = news.supplier
            and olds.supplier = news.other_supplier
            and olds.system_number < news.system_number
    where
        olds.day_key = news.day_key
        or (
            not olds.is_double
            and not news.is_double
            and olds.belongs_to is not distinct from news.belongs_to
        )

),

near_day as (

    select
        olds.entity,
        olds.supplier as old_supplier,
        olds.record_key as old_key,
        news.supplier as new_supplier,
        news.record_key as new_key,
        2 as step,
        coalesce(abs(olds.dated_on - news.dated_on), 0) as distance
    from left_over as olds
    inner join left_over as news
        on
            olds.said_key = news.said_key
            and olds.other_supplier = news.supplier
            and olds.supplier = news.other_supplier
            and olds.system_number < news.system_number
    inner join case_systems on news.supplier = case_systems.supplier
    where
        not olds.is_double
        and not news.is_double
        and coalesce(abs(olds.dated_on - news.dated_on), 0) <= {{ nearby_days }}
        -- what happened before the switch was moved, what happened after it was not
        and coalesce(
            (olds.dated_on < case_systems.valid_from)
            = (news.dated_on < case_systems.valid_from),
            true
        )

),

candidates as (

    select * from same_day
    union all
    select * from near_day

),

near_pairs as (

    select
        entity,
        old_supplier,
        old_key,
        new_supplier,
        new_key,
        ['other_parent', 'near_day', 'same_day'][step] as paired_by
    from candidates
    -- each must be the nearest of the other
    qualify
        row_number() over (
            partition by entity, old_supplier, old_key, new_supplier
            order by step, distance, new_key
        ) = 1
        and row_number() over (
            partition by entity, new_supplier, new_key, old_supplier
            order by step, distance, old_key
        ) = 1

)

select * from near_pairs
