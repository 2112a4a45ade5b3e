with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__accommodations') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__residences') }}

),

accommodation_types as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'accommodation_type'

),

suitabilities as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'suitability'

),

core_plus_rows as (

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
        'core_plus' as _supplier,
        'accommodations' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from core_plus_recorded as recorded
    inner join core_plus_children as children
        on recorded.core_plus_person_id = children.ypid
    left join accommodation_types
        on upper(recorded.accommodation_type_text) = accommodation_types.source_key
    left join suitabilities
        on upper(recorded.suitability_text) = suitabilities.source_key

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

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from residences
