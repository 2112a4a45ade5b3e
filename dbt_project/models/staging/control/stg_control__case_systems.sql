with

source as (

    select * from {{ source('control', 'case_systems') }}

),

case_systems as (

    select
        supplier,
        row_number() over (order by valid_from nulls first) as system_number,
        coalesce(valid_from, date '0001-01-01') as valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to
    from source

)

select * from case_systems
