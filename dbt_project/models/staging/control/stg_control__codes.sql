with

source as (

    select * from {{ source('control', 'codes') }}

),

codes as (

    select
        supplier,
        code_list,
        source_code,
        source_text,
        national_code,
        valid_from,
        valid_to,
        flag,
        note
    from source

)

select * from codes
