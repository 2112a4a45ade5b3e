with

source as (

    select * from {{ source('control', 'settings') }}

),

settings as (

    select
        calculation_id,
        setting_key,
        setting_value
    from source

)

select * from settings
