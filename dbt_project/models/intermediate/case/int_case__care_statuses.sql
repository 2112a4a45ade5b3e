with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('care_statuses', key='care_status_id', begins='start_date') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__care_statuses') }}

),

care_status_texts as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'care_status'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.status_text as status_recorded,
        coalesce(care_status_texts.national_code, recorded.status_text) as status_text,

        -- dates
        recorded.start_date,
        recorded.end_date,

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
    {{ join_code('care_statuses', 'care_status_texts', 'status_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.status_text as status_recorded,
        recorded.status_text,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- lineage
        'case_document' as _supplier,
        'care_statuses' as _entity,
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

care_statuses as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from care_statuses
