with

source as (

    select * from {{ source('case_system', 'left_out') }}

),

left_out as (

    select
        -- ids
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        column_name,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from source

)

select * from left_out
