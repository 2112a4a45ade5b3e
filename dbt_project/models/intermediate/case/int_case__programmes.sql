with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('programmes', key='programme_id', begins='start_date') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__intervention_programmes') }}

),

disposal_types as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'disposal_type'

),

system_rows as (

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
        recorded._supplier,
        recorded._entity,
        recorded._file_sha256,
        recorded._row_number
    from system_recorded as recorded
    inner join system_children as children
        on
            recorded._supplier = children._supplier
            and recorded.system_person_id = children.system_person_id
    {{ join_code('programmes', 'disposal_types', 'programme_type_text') }}

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

    select * from system_rows
    union all
    select * from document_rows

)

select * from programmes
