with

persons as (

    select * from {{ ref('stg_core_plus__persons') }}

),

organisations as (

    select * from {{ ref('int_case__core_plus_organisations') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

core_plus_children as (

    select
        coalesce(organisations.service, persons.organisation_id) as service,
        persons.core_plus_person_id as ypid
    from persons
    inner join case_systems on case_systems.supplier = 'core_plus'
    left join organisations
        on persons.organisation_id = organisations.organisation_id
    where not coalesce(persons.is_deleted, false)

)

select * from core_plus_children
