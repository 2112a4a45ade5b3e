with

items as (

    select * from {{ ref('stg_case_document__items') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_items as (

    select
        -- ids
        children.service,
        children.ypid,

        -- codes
        items.kind,

        -- numbers
        items.item_number,
        items.parent_number,

        -- texts
        items.fields
    from items
    inner join document_children as children
        on
            items.service = children.service
            and items.ypid = children.ypid
            and items.source_return_id = children.source_return_id
            and items._file_sha256 = children._file_sha256
            and items.document_number = children.document_number

)

select * from document_items
