with

case_systems as (

    select *
    from {{ ref('stg_control__case_systems') }}
    -- with one case system there is nothing to pair
    qualify count(*) over () > 1

),

persons as (

    select * from {{ ref('stg_case_system__persons') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

),

records as (

    select * from {{ ref('int_switch__records') }}

),

known as (

    select
        persons._supplier as supplier,
        persons.system_person_id,
        persons.previous_person_id,
        nullif(persons.originating_yot_person_id, '') as originating_id,
        case_systems.system_number,
        children.child_id
    from persons
    inner join case_systems on persons._supplier = case_systems.supplier
    inner join children
        on
            persons._supplier = children.supplier
            and persons.system_person_id = children.supplier_person_id

),

candidates as (

    select
        olds.supplier as old_supplier,
        olds.system_person_id as old_person_id,
        news.supplier as new_supplier,
        news.system_person_id as new_person_id,
        coalesce(
            olds.system_person_id = news.previous_person_id
            and olds.system_number = news.system_number - 1,
            false
        ) as is_previous,
        coalesce(olds.originating_id = news.originating_id, false)
            as is_same_originating_id,
        count(*) over (partition by olds.supplier, olds.system_person_id, news.supplier)
        + count(*) over (
            partition by news.supplier, news.system_person_id, olds.supplier
        ) > 2 as is_choice
    from known as olds
    inner join known as news
        on
            olds.child_id = news.child_id
            and olds.system_number < news.system_number

),

-- where a child has several persons in a system, records in common tell which is which
in_common as (

    select
        candidates.old_supplier,
        candidates.old_person_id,
        candidates.new_supplier,
        candidates.new_person_id,
        count(distinct olds.record_key) as records_count
    from candidates
    inner join records as olds
        on
            candidates.old_supplier = olds.supplier
            and candidates.old_person_id = olds.system_person_id
    inner join records as news
        on
            candidates.new_supplier = news.supplier
            and candidates.new_person_id = news.system_person_id
            and olds.day_key = news.day_key
    where candidates.is_choice
    group by all

),

ranked as (

    select
        candidates.*,
        row_number() over (
            partition by old_supplier, old_person_id, new_supplier
            order by
                is_previous desc,
                coalesce(in_common.records_count, 0) desc,
                is_same_originating_id desc,
                new_person_id asc
        ) as rank_for_old,
        row_number() over (
            partition by new_supplier, new_person_id, old_supplier
            order by
                is_previous desc,
                coalesce(in_common.records_count, 0) desc,
                is_same_originating_id desc,
                old_person_id asc
        ) as rank_for_new
    from candidates
    left join in_common
        using (old_supplier, old_person_id, new_supplier, new_person_id)

),

taken as (

    select
        *,
        rank_for_old = 1 and rank_for_new = 1 as is_each_others,
        bool_or(rank_for_old = 1 and rank_for_new = 1) over (
            partition by new_supplier, new_person_id, old_supplier
        ) as is_taken
    from ranked

),

-- one to one as far as it goes; of those left over several become one
chosen as (

    select *
    from taken
    qualify
        row_number() over (
            partition by old_supplier, old_person_id, new_supplier
            order by
                is_each_others desc,
                is_previous desc,
                is_taken asc,
                rank_for_old asc
        ) = 1

),

paired as (

    select
        old_supplier,
        old_person_id,
        new_supplier,
        new_person_id,
        case
            when is_previous then 'previous_person_id'
            else 'child_id'
        end as paired_by
    from chosen

)

select * from paired
