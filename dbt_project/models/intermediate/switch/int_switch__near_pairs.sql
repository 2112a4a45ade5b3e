{% set nearby_days = 31 %}

with

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

records as (

    select * from {{ ref('int_switch__records') }}

),

exact_pairs as (

    select * from {{ ref('int_switch__exact_pairs') }}

),

paired as (

    select
        entity,
        old_supplier as supplier,
        old_key as record_key,
        new_supplier as other_supplier
    from exact_pairs
    union all
    select
        entity,
        new_supplier as supplier,
        new_key as record_key,
        old_supplier as other_supplier
    from exact_pairs

),

-- what of one system has no equal in another one
left_over as (

    select
        records.*,
        others.supplier as other_supplier,
        row_number() over (
            partition by records.supplier, others.supplier, records.day_key
            order by records.belongs_to, records.ended_on, records.record_key
        ) as nth
    from records
    inner join case_systems as others on records.supplier != others.supplier
    anti join paired
        on
            records.entity = paired.entity
            and records.supplier = paired.supplier
            and records.record_key = paired.record_key
            and others.supplier = paired.other_supplier

),

-- a second record of what is paired already is a double, and no other's counterpart
without_doubles as (

    select
        left_over.*,
        others.record_key is not null as is_double
    from left_over
    left join (
        select distinct on (supplier, day_key) supplier, day_key, record_key
        from records
    ) as others
        on
            left_over.other_supplier = others.supplier
            and left_over.day_key = others.day_key

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
    from without_doubles as olds
    inner join without_doubles as news
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
    from without_doubles as olds
    inner join without_doubles as news
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
