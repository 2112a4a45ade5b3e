with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__hearings') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__hearings') }}

),

remand_decisions as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'remand_decision'

),

core_plus_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.hearing_id,

        -- texts
        recorded.court_name,
        recorded.court_type,
        recorded.remand_decision_text as remand_decision_recorded,

        -- codes
        coalesce(
            remand_decisions.national_code,
            upper(recorded.remand_decision_text)
        ) as remand_decision_code,

        -- dates
        recorded.hearing_date,

        -- lineage
        'core_plus' as _supplier,
        'hearings' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from core_plus_recorded as recorded
    inner join core_plus_children as children
        on recorded.core_plus_person_id = children.ypid
    left join remand_decisions
        on upper(recorded.remand_decision_text) = remand_decisions.source_key

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.hearing_id,

        -- texts
        recorded.court_name,
        recorded.court_type,
        coalesce(
            recorded.cms_remand_decision,
            recorded.remand_decision_code
        ) as remand_decision_recorded,

        -- codes
        recorded.remand_decision_code,

        -- dates
        recorded.hearing_date,

        -- lineage
        'case_document' as _supplier,
        'hearings' as _entity,
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

hearings as (

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from hearings
