with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__assessments') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__asset_plus') }}

),

core_plus_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.assessment_id,

        -- texts
        recorded.assessment_type,

        -- codes
        recorded.likelihood_of_reoffending_code,
        recorded.risk_of_serious_harm_code,
        recorded.safety_and_wellbeing_code,

        -- dates
        recorded.assessment_date,

        -- lineage
        'core_plus' as _supplier,
        'assessments' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from core_plus_recorded as recorded
    inner join core_plus_children as children
        on recorded.core_plus_person_id = children.ypid

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.assessment_id,

        -- texts
        recorded.assessment_type,

        -- codes
        recorded.likelihood_of_reoffending_code,
        recorded.risk_of_serious_harm_code,
        recorded.safety_and_wellbeing_code,

        -- dates
        recorded.assessment_date,

        -- lineage
        'case_document' as _supplier,
        'asset_plus' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from document_recorded as recorded
    inner join document_children as children
        on
            recorded.service = children.service
            and recorded.ypid = children.ypid
            and recorded.source_return_id = children.source_return_id
            and recorded._file_sha256 = children._file_sha256

),

assessments as (

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from assessments
