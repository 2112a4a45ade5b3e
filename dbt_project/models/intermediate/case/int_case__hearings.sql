with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('hearings', key='hearing_id') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__hearings') }}

),

remand_decisions as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'remand_decision'

),

system_rows as (

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
        recorded._supplier,
        recorded._entity,
        recorded._file_sha256,
        recorded._row_number
    from system_recorded as recorded
    inner join system_children as children
        on
            recorded._supplier = children._supplier
            and recorded.system_person_id = children.system_person_id
    {{ join_code('hearings', 'remand_decisions', 'remand_decision_text') }}

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

    select * from system_rows
    union all
    select * from document_rows

)

select * from hearings
