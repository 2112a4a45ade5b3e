with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows(
        'hearing_offences',
        references={'hearings': 'hearing_id', 'offences': 'offence_id'}
    ) }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__link_hearing_offence') }}

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.hearing_id,
        recorded.offence_id,

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

all_rows as (

    select * from system_rows
    union all
    select * from document_rows

),

-- a link that is sent twice says nothing more
hearing_offences as (

    select *
    from all_rows
    qualify
        row_number() over (
            partition by service, ypid, hearing_id, offence_id
            order by _file_sha256, _row_number
        ) = 1

)

select * from hearing_offences
