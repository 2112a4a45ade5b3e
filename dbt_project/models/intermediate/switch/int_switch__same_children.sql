with

case_systems as (

    select * from {{ ref('int_switch__case_systems') }}

),

persons as (

    select * from {{ ref('stg_case_system__persons') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

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

same_children as (

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

)

select * from same_children
