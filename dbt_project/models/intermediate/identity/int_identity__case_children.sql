with

persons as (

    select * from {{ ref('int_case__persons') }}

),

system_children as (

    select *
    from {{ ref('int_case__system_children') }}
    where is_standing

),

children as (

    select * from {{ ref('int_identity__children') }}

),

case_children as (

    select
        persons.service,
        persons.ypid,
        children.child_id
    from persons
    left join system_children
        on
            persons._supplier = system_children._supplier
            and persons.ypid = system_children.ypid
    inner join children
        on
            persons._supplier = children.supplier
            and children.supplier_person_id = coalesce(
                system_children.system_person_id,
                persons.service || '|' || persons.ypid
            )

)

select * from case_children
