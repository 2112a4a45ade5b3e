with

texts as (

    select * from {{ ref('int_case__system_texts') }}

),

left_out as (

    select * from {{ ref('stg_case_system__left_out') }}

),

unmapped as (

    select
        supplier,
        entity,
        case_entity,
        unit_id,
        file_sha256,
        row_number,
        column_name
    from texts
    -- an appeal status that means "no appeal" has an empty code: it is known
    where national_code is null
    union all
    select
        _supplier as supplier,
        _entity as entity,
        cast(null as varchar) as case_entity,
        system_person_id as unit_id,
        _file_sha256 as file_sha256,
        _row_number as row_number,
        column_name
    from left_out

)

select * from unmapped
