with

source as (

    select * from {{ source('control', 'case_systems') }}

),

case_systems as (

    select supplier
    from source

)

select * from case_systems
