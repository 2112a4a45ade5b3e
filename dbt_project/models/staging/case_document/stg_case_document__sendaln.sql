with

source as (

    select * from {{ source('case_document', 'sendaln') }}

),

sendaln as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        upper(nullif(trim(kpi3identifiedsendaln), '')) as identified_code,
        upper(nullif(trim(kpi3sendformalplan), '')) as formal_plan_code,

        -- dates
        {{ parse_date('kpi3sendstartdate') }} as start_date,
        kpi3sendstartdate as start_date_as_sent,
        {{ parse_date('kpi3sendenddate') }} as end_date,
        kpi3sendenddate as end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from sendaln
