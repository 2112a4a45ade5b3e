with

source as (

    select * from {{ source('control', 'identity_keys') }}

),

identity_keys as (

    select
        child_id,
        person_hash,
        link_rule,
        key_hash,
        nullif(birth_hash, '') as birth_hash,
        nullif(forename_hash, '') as forename_hash,
        registered_at
    from source

)

select * from identity_keys
