with

control as (

    select * from {{ ref('stg_control__salt') }}

),

salt as (

    select salt
    from control

)

select * from salt
