with

registrations as (

    select
        child_id,
        registered_at
    from {{ ref('stg_control__identities') }}
    union all
    select
        child_id,
        registered_at
    from {{ ref('stg_control__identity_keys') }}

),

first_registrations as (

    select
        child_id,
        min(registered_at) as registered_at
    from registrations
    group by child_id

)

select * from first_registrations
