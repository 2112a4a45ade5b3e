with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__programmes') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__intervention_programmes') }}

),

disposal_types as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'disposal_type'

),

core_plus_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.programme_id,

        -- texts
        recorded.programme_type_text as cms_disposal_type,

        -- codes
        coalesce(
            disposal_types.national_code,
            upper(recorded.programme_type_text)
        ) as disposal_type_code,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- flags
        recorded.is_successfully_completed,

        -- lineage
        'core_plus' as _supplier,
        'programmes' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from core_plus_recorded as recorded
    inner join core_plus_children as children
        on recorded.core_plus_person_id = children.ypid
    left join disposal_types
        on
            upper(recorded.programme_type_text) = disposal_types.source_key
            and (
                coalesce(recorded.end_date, recorded.start_date) is null
                or coalesce(recorded.end_date, recorded.start_date)
                between disposal_types.valid_from and disposal_types.valid_to
            )

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.programme_id,

        -- texts
        recorded.cms_disposal_type,

        -- codes
        recorded.disposal_type_code,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- flags
        recorded.is_successfully_completed,

        -- lineage
        'case_document' as _supplier,
        'intervention_programmes' as _entity,
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

programmes as (

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from programmes
