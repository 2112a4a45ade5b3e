with

source as (

    select * from {{ source('case_document', 'asset_plus') }}

),

unpacked as (

    select
        *,
        json_extract_string(body, '$.assessmentID') as assessment_id_sent,
        json_extract_string(body, '$.stage') as stage_sent,
        json_extract_string(body, '$.date') as date_sent,
        json_extract_string(body, '$.likelihoodOfReoffending') as likelihood_sent,
        json_extract_string(body, '$.roshjudgement') as harm_sent,
        json_extract_string(body, '$.safetyWellbeingJudgement') as wellbeing_sent
    from source

),

asset_plus as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(assessment_id_sent), '') as assessment_id,

        -- texts
        nullif(trim(stage_sent), '') as assessment_type,

        -- codes
        upper(nullif(trim(likelihood_sent), '')) as likelihood_of_reoffending_code,
        upper(nullif(trim(harm_sent), '')) as risk_of_serious_harm_code,
        upper(nullif(trim(wellbeing_sent), '')) as safety_and_wellbeing_code,

        -- dates
        {{ parse_date('date_sent') }} as assessment_date,
        date_sent as assessment_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from unpacked

)

select * from asset_plus
