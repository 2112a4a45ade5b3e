with

services as (

    select * from {{ ref('services') }}

),

areas as (

    select
        -- ids
        service as area_id,

        -- texts
        service,
        local_authorities,
        region,
        police_force,
        country,

        -- dates
        valid_from,
        cast(valid_to + 1 as date) as valid_to
    from services

)

select * from areas
