with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('accommodations', key='accommodation_id', begins='start_date') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__residences') }}

),

accommodation_types as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'accommodation_type'

),

suitabilities as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'suitability'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.accommodation_type_text as accommodation_type_recorded,

        -- codes
        coalesce(
            accommodation_types.national_code,
            upper(recorded.accommodation_type_text)
        ) as accommodation_type_code,
        coalesce(
            suitabilities.national_code,
            upper(recorded.suitability_text)
        ) as suitability_code,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- flags
        recorded.is_primary,

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
    {{ join_code('accommodations', 'accommodation_types', 'accommodation_type_text') }}
    {{ join_code('accommodations', 'suitabilities', 'suitability_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,

        -- texts
        recorded.accommodation_type_code as accommodation_type_recorded,

        -- codes
        recorded.accommodation_type_code,
        recorded.suitability_code,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- flags
        recorded.is_primary,

        -- lineage
        'case_document' as _supplier,
        'residences' as _entity,
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

residences as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from residences
