with

source as (

    select * from {{ source('case_document', 'items') }}

),

items as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        kind,

        -- numbers: landing set them, so they can be read
        cast(document_number as bigint) as document_number,
        cast(number as bigint) as item_number,
        cast(parent_number as bigint) as parent_number,

        -- texts: as sent to the letter, to be sent on
        fields,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from items
