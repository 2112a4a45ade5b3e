with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__transfers') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__transfers') }}

),

transfer_types as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'transfer'

),

core_plus_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- codes
        coalesce(
            transfer_types.national_code,
            upper(recorded.transfer_text)
        ) as transfer_code,

        -- dates
        recorded.transfer_date,

        -- lineage
        'core_plus' as _supplier,
        'transfers' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from core_plus_recorded as recorded
    inner join core_plus_children as children
        on recorded.core_plus_person_id = children.ypid
    left join transfer_types
        on upper(recorded.transfer_text) = transfer_types.source_key

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- codes
        recorded.transfer_code,

        -- dates
        recorded.transfer_date,

        -- lineage
        'case_document' as _supplier,
        'transfers' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from document_recorded as recorded
    inner join document_children as children
        on
            recorded.service = children.service
            and recorded.ypid = children.ypid
            and recorded.source_return_id = children.source_return_id
            and recorded._file_sha256 = children._file_sha256

),

transfers as (

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from transfers
