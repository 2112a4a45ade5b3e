with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('transfers', key='transfer_id') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__transfers') }}

),

transfer_types as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'transfer'

),

system_rows as (

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
        recorded._supplier,
        recorded._entity,
        recorded._file_sha256,
        recorded._row_number
    from system_recorded as recorded
    inner join system_children as children
        on
            recorded._supplier = children._supplier
            and recorded.system_person_id = children.system_person_id
    {{ join_code('transfers', 'transfer_types', 'transfer_text') }}

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

    select * from system_rows
    union all
    select * from document_rows

)

select * from transfers
