with

source as (

    select * from {{ source('case_document', 'returns') }}

),

returns as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,

        -- texts
        nullif(trim(deleted_yps), '') as deleted_ypids_json,

        -- dates
        {{ parse_date('returnstartdate') }} as return_start_date,
        returnstartdate as return_start_date_as_sent,
        {{ parse_date('returnenddate') }} as return_end_date,
        returnenddate as return_end_date_as_sent,
        {{ parse_date('signoff_date') }} as signoff_date,
        signoff_date as signoff_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from returns
