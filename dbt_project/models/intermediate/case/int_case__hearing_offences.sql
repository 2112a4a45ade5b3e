with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__hearing_offences') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__link_hearing_offence') }}

),

core_plus_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.hearing_id,
        recorded.offence_id,

        -- lineage
        'core_plus' as _supplier,
        'hearing_offences' as _entity,
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
        recorded.hearing_id,
        recorded.offence_id,

        -- lineage
        'case_document' as _supplier,
        'link_hearing_offence' as _entity,
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

hearing_offences as (

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from hearing_offences
