with

source as (

    select * from {{ source('case_system', 'offences') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, offence_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

offences as (

    select
        -- ids
        nullif(trim(offence_id), '') as offence_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(offence_description), '') as offence_description,
        nullif(trim(offence_category), '') as offence_category_text,

        -- codes
        upper(nullif(trim(cjs_code), '')) as cjs_code,

        -- measures
        {{ parse_integer('seriousness') }} as seriousness_score,
        seriousness as seriousness_score_as_sent,
        {{ parse_integer('age_at_arrest_or_offence') }} as age_at_arrest_or_offence,
        age_at_arrest_or_offence as age_at_arrest_or_offence_as_sent,
        {{ parse_integer('age_first_hearing') }} as age_on_first_hearing,
        age_first_hearing as age_on_first_hearing_as_sent,

        -- dates
        {{ parse_date('offence_date') }} as offence_date,
        offence_date as offence_date_as_sent,
        {{ parse_date('arrest_date') }} as arrest_date,
        arrest_date as arrest_date_as_sent,

        -- flags
        {{ parse_boolean('knife_related') }} as is_knife_related,
        knife_related as is_knife_related_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from offences
