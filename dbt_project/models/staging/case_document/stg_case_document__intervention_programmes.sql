with

source as (

    select * from {{ source('case_document', 'intervention_programmes') }}

),

intervention_programmes as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(interventionprogrammeid), '') as programme_id,

        -- texts
        nullif(trim(cmsdisposaltype), '') as cms_disposal_type,

        -- codes
        upper(nullif(trim(disposaltype), '')) as disposal_type_code,

        -- dates
        {{ parse_date('startdate') }} as start_date,
        startdate as start_date_as_sent,
        {{ parse_date('enddate') }} as end_date,
        enddate as end_date_as_sent,

        -- flags
        {{ parse_boolean('kpi6successfullycompleted') }} as is_successfully_completed,
        kpi6successfullycompleted as is_successfully_completed_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from intervention_programmes
