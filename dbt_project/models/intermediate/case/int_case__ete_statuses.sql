with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('ete_placements', key='ete_id', begins='start_date') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__ete_statuses') }}

),

provision_types as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'ete_provision'

),

suitabilities as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'ete_suitability'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.provision_type_text as provision_type_recorded,

        -- codes
        coalesce(
            provision_types.national_code,
            upper(recorded.provision_type_text)
        ) as provision_type_code,
        coalesce(
            suitabilities.national_code,
            upper(recorded.suitability_text)
        ) as suitability_code,

        -- measures
        recorded.hours_offered,
        recorded.hours_attended,

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
    {{ join_code('ete_placements', 'provision_types', 'provision_type_text') }}
    {{ join_code('ete_placements', 'suitabilities', 'suitability_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.provision_type_code as provision_type_recorded,

        -- codes
        recorded.provision_type_code,
        recorded.suitability_code,

        -- measures
        recorded.hours_offered,
        recorded.hours_attended,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- lineage
        'case_document' as _supplier,
        'ete_statuses' as _entity,
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

ete_statuses as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from ete_statuses
