with

organisations as (

    select * from {{ ref('stg_core_plus__organisations') }}

),

services as (

    select * from {{ ref('core_plus_organisations') }}

),

core_plus_organisations as (

    select
        organisations.organisation_id,
        coalesce(services.service, organisations.organisation_name) as service,
        organisations.yot_ou_code
    from organisations
    left join services
        on
            upper(organisations.organisation_name)
            = upper(trim(services.organisation_name))

)

select * from core_plus_organisations
