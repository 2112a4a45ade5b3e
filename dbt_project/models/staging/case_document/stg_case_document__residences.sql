with

source as (

    select * from {{ source('case_document', 'residences') }}

),

residences as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        upper(nullif(trim(kpi1accommodationtype), '')) as accommodation_type_code,
        upper(nullif(trim(kpi1accommodationsuitability), '')) as suitability_code,

        -- dates
        {{ parse_date('date') }} as start_date,
        date as start_date_as_sent,
        {{ parse_date('kpi1enddate') }} as end_date,
        kpi1enddate as end_date_as_sent,

        -- flags
        {{ parse_boolean('kpi1primaryresidence') }} as is_primary,
        kpi1primaryresidence as is_primary_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from residences
