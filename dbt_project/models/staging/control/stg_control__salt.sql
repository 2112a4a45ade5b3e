with

source as (

    select * from {{ source('control', 'salt') }}

),

salt as (

    select salt
    from source

)

select * from salt
