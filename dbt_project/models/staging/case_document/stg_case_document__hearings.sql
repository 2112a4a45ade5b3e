with

source as (

    select * from {{ source('case_document', 'hearings') }}

),

hearings as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(hearingid), '') as hearing_id,

        -- texts
        nullif(trim(courtname), '') as court_name,
        nullif(trim(courttype), '') as court_type,
        nullif(trim(cmsremanddecision), '') as cms_remand_decision,

        -- codes
        upper(nullif(trim(remanddecision), '')) as remand_decision_code,

        -- dates
        {{ parse_date('hearingdate') }} as hearing_date,
        hearingdate as hearing_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from hearings
