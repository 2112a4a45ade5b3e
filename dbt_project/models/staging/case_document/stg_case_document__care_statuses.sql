with

source as (

    select * from {{ source('case_document', 'care_statuses') }}

),

care_statuses as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- texts
        nullif(trim(status), '') as status_text,

        -- dates
        {{ parse_date('startdate') }} as start_date,
        startdate as start_date_as_sent,
        {{ parse_date('enddate') }} as end_date,
        enddate as end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from care_statuses
