with

persons as (

    select *
    from {{ ref('stg_case_system__persons') }}
    where case_worker_id is not null

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

-- without the records that were deleted, in their own system or in a later one
system_children as (

    select * from {{ ref('int_case__system_children') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

case_workers as (

    select
        case_children.service,
        case_children.child_id,
        persons.case_worker_id
    from persons
    inner join case_systems on persons._supplier = case_systems.supplier
    inner join system_children
        on
            persons._supplier = system_children._supplier
            and persons.system_person_id = system_children.system_person_id
    inner join case_children
        on
            system_children.service = case_children.service
            and system_children.ypid = case_children.ypid
    qualify
        row_number() over (
            partition by case_children.service, case_children.child_id
            order by
                case_systems.system_number desc,
                persons.updated_at desc nulls last,
                persons.system_person_id desc
        ) = 1

)

select * from case_workers
