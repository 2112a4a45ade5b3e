with

candidates as (

    select * from {{ ref('int_switch__same_children') }}

),

records as (

    select * from {{ ref('int_switch__records') }}

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
            partition by
                candidates.old_supplier,
                candidates.old_person_id,
                candidates.new_supplier
            order by
                candidates.is_previous desc,
                coalesce(in_common.records_count, 0) desc,
                candidates.is_same_originating_id desc,
                candidates.new_person_id asc
        ) as rank_for_old,
        row_number() over (
            partition by
                candidates.new_supplier,
                candidates.new_person_id,
                candidates.old_supplier
            order by
                candidates.is_previous desc,
                coalesce(in_common.records_count, 0) desc,
                candidates.is_same_originating_id desc,
                candidates.old_person_id asc
        ) as rank_for_new
    from candidates
    left join in_common
        on
            candidates.old_supplier = in_common.old_supplier
            and candidates.old_person_id = in_common.old_person_id
            and candidates.new_supplier = in_common.new_supplier
            and candidates.new_person_id = in_common.new_person_id

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
