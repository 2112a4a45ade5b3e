with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows('offences', key='offence_id') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__offences') }}

),

offence_categories as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'offence_category'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.offence_id,
        null::varchar as programme_breach_id,

        -- texts
        recorded.offence_description,
        recorded.offence_category_text as offence_category_recorded,

        -- codes
        recorded.cjs_code,
        coalesce(
            offence_categories.national_code,
            upper(recorded.offence_category_text)
        ) as offence_category_code,

        -- measures
        recorded.seriousness_score,
        recorded.age_at_arrest_or_offence,
        recorded.age_on_first_hearing,

        -- dates
        recorded.offence_date,
        recorded.arrest_date,

        -- flags
        recorded.is_knife_related,
        -- the return is written with the national code itself
        true as is_category_as_listed,

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
    {{ join_code('offences', 'offence_categories', 'offence_category_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.offence_id,
        recorded.programme_breach_id,

        -- texts
        recorded.offence_description,
        recorded.offence_category_code as offence_category_recorded,

        -- codes
        recorded.cjs_code,
        recorded.offence_category_code,

        -- measures
        recorded.seriousness_score,
        recorded.age_at_arrest_or_offence,
        recorded.age_on_first_hearing,

        -- dates
        recorded.offence_date,
        recorded.arrest_date,

        -- flags
        recorded.is_knife_related,
        coalesce(
            recorded.offence_category_as_sent = recorded.offence_category_code, false
        ) as is_category_as_listed,

        -- lineage
        'case_document' as _supplier,
        'offences' as _entity,
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

offences as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from offences
