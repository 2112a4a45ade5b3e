with

organisations as (

    select * from {{ ref('stg_case_system__organisations') }}

),

services as (

    select * from {{ ref('organisation_names') }}

),

organisation_names as (

    select
        organisations._supplier,
        organisations.organisation_id,
        coalesce(services.service, organisations.organisation_name) as service,
        organisations.yot_ou_code
    from organisations
    left join services
        on
            upper(organisations.organisation_name)
            = upper(trim(services.organisation_name))

)

select * from organisation_names
