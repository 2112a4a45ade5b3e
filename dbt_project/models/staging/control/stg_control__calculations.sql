with

source as (

    select * from {{ source('control', 'calculations') }}

),

calculations as (

    select
        -- ids
        calculation_id,
        rule_version,

        -- dates
        default_from,
        default_to,

        -- flags
        is_default
    from source

)

select * from calculations
