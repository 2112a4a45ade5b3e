with

texts as (

    select * from {{ ref('int_case__system_texts') }}

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

)

select * from unmapped
