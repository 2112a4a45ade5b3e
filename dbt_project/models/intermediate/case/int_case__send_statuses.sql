with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('send_records', key='send_id', begins='start_date') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__sendaln') }}

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- codes
        recorded.identified_code,
        recorded.formal_plan_code,

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

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- codes
        recorded.identified_code,
        recorded.formal_plan_code,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- lineage
        'case_document' as _supplier,
        'sendaln' as _entity,
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

send_statuses as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from send_statuses
