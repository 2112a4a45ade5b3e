with

source as (

    select * from {{ source('control', 'identities') }}

),

identities as (

    select
        supplier,
        supplier_person_id,
        child_id,
        registered_at
    from source

)

select * from identities
