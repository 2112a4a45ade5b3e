with

remands as (

    select * from {{ ref('int_orders__remands') }}

),

members as (

    {{ members('remand_four_weeks', "'{}'", 'unit_id', 'true', 'remands') }}

)

select * from members
