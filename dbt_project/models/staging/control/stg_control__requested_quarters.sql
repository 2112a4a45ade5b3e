with

source as (

    select * from {{ source('control', 'requested_quarters') }}

),

requested_quarters as (

    select quarter
    from source

)

select * from requested_quarters
