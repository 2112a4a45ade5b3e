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

system_children as (

    select
        coalesce(organisations.service, persons.organisation_id) as service,
        persons.system_person_id as ypid,
        persons._supplier
    from persons
    inner join case_systems on persons._supplier = case_systems.supplier
    left join organisations
        on
            persons._supplier = organisations._supplier
            and persons.organisation_id = organisations.organisation_id
    where not coalesce(persons.is_deleted, false)

)

select * from system_children
