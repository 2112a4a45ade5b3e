with

source as (

    select * from {{ source('niche', 'occurrences') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by occurrence_ref, nominal_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

occurrences as (

    select
        -- ids
        nullif(trim(occurrence_ref), '') as occurrence_reference,
        nullif(trim(nominal_id), '') as niche_nominal_id,

        -- texts
        nullif(trim(role), '') as role_in_offence,
        nullif(trim(offence_title), '') as offence_title,

        -- codes
        upper(nullif(trim(ho_code), '')) as home_office_code,

        -- measures
        {{ parse_integer('outcome_type') }} as outcome_type_number,
        outcome_type as outcome_type_number_as_sent,

        -- dates
        {{ parse_date('offence_date') }} as offence_date,
        offence_date as offence_date_as_sent,
        {{ parse_date('outcome_date') }} as outcome_date,
        outcome_date as outcome_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from occurrences
