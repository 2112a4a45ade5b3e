with

source as (

    select * from {{ source('control', 'services_in_scope') }}

),

services_in_scope as (

    select service
    from source

)

select * from services_in_scope
