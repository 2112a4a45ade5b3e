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

deletions as (

    select distinct
        service,
        ypid
    from {{ ref('int_case__document_deletions') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_rows as (

    select
        coalesce(organisations.service, persons.organisation_id) as service,
        persons.system_person_id as ypid
    from persons
    inner join case_systems on persons._supplier = case_systems.supplier
    left join organisations
        on
            persons._supplier = organisations._supplier
            and persons.organisation_id = organisations.organisation_id
    -- two systems may give one id to two children
    anti join system_children
        on persons.system_person_id = system_children.ypid
    where persons.is_deleted

),

document_rows as (

    select
        deletions.service,
        deletions.ypid
    from deletions
    left join document_children as children
        on
            deletions.service = children.service
            and deletions.ypid = children.ypid
    -- a newer return may have brought the child back
    where children.ypid is null

),

deleted_children as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from deleted_children
