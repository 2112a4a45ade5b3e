with

source as (

    select * from {{ source('case_document', 'transfers') }}

),

transfers as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        upper(nullif(trim(description), '')) as transfer_code,

        -- dates
        {{ parse_date('date') }} as transfer_date,
        date as transfer_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from transfers
