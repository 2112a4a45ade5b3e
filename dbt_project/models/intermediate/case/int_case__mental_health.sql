with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('mental_health', key='mental_health_id') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__mental_health') }}

),

intervention_types as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'mh_intervention'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.intervention_type_text as intervention_type_recorded,

        -- codes
        coalesce(
            intervention_types.national_code,
            upper(recorded.intervention_type_text)
        ) as intervention_type_code,

        -- dates
        recorded.screened_date,
        recorded.referred_date,
        recorded.offered_date,
        recorded.attended_start_date,
        recorded.attended_end_date,

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
    {{ join_code('mental_health', 'intervention_types', 'intervention_type_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.intervention_type_code as intervention_type_recorded,

        -- codes
        recorded.intervention_type_code,

        -- dates
        recorded.screened_date,
        recorded.referred_date,
        recorded.offered_date,
        recorded.attended_start_date,
        recorded.attended_end_date,

        -- lineage
        'case_document' as _supplier,
        'mental_health' as _entity,
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

mental_health as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from mental_health
