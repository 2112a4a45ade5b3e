with

source as (

    select * from {{ source('control', 'calculations') }}

),

calculations as (

    select
        calculation_id,
        rule_version
    from source

)

select * from calculations
