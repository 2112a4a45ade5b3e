with

source as (

    select * from {{ source('case_document', 'ete_statuses') }}

),

ete_statuses as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        upper(nullif(trim(provisiontype), '')) as provision_type_code,
        upper(nullif(trim(suitability), '')) as suitability_code,

        -- measures
        try_cast(nullif(trim(hoursoffered), '') as double) as hours_offered,
        hoursoffered as hours_offered_as_sent,
        try_cast(nullif(trim(hours), '') as double) as hours_attended,
        hours as hours_attended_as_sent,

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

select * from ete_statuses
