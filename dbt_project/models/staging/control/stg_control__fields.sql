with

source as (

    select * from {{ source('control', 'fields') }}

),

fields as (

    select
        supplier,
        entity,
        source_entity,
        column_name,
        source_column
    from source

)

select * from fields
