with

source as (

    select * from {{ source('control', 'knowledge') }}

),

knowledge as (

    select as_known_at
    from source

)

select * from knowledge
