with

persons as (

    select * from {{ ref('stg_case_system__persons') }}

),

organisations as (

    select * from {{ ref('int_case__system_organisations') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

standing as (

    select *
    from {{ ref('int_switch__standing') }}
    where entity = 'persons'

),

deleted_later as (

    select * from {{ ref('int_switch__deleted_persons') }}

),

living as (

    select
        persons._supplier,
        persons.system_person_id,
        coalesce(organisations.service, persons.organisation_id) as own_service,
        coalesce(standing.standing_key, persons.system_person_id) as ypid,
        coalesce(standing.is_standing, true) as is_standing
    from persons
    inner join case_systems on persons._supplier = case_systems.supplier
    left join organisations
        on
            persons._supplier = organisations._supplier
            and persons.organisation_id = organisations.organisation_id
    left join standing
        on
            persons._supplier = standing.supplier
            and persons.system_person_id = standing.record_key
    anti join deleted_later
        on
            persons._supplier = deleted_later.supplier
            and persons.system_person_id = deleted_later.system_person_id
    where not coalesce(persons.is_deleted, false)

),

system_children as (

    select
        -- of two systems the newest says which service the child is with
        first_value(own_service) over (
            partition by ypid
            order by is_standing desc
        ) as service,
        ypid,
        system_person_id,
        is_standing,
        _supplier
    from living

)

select * from system_children
