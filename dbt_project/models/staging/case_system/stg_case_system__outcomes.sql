with

source as (

    select * from {{ source('case_system', 'outcomes') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, outcome_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

outcomes as (

    select
        -- ids
        nullif(trim(outcome_id), '') as outcome_id,
        nullif(trim(offence_id), '') as offence_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(legal_outcome), '') as legal_outcome_text,
        trim(appeal_status) as appeal_status_text,

        -- codes
        upper(nullif(trim(main_or_other), '')) as main_or_other_code,
        upper(trim(residence_status)) as residence_status_code,

        -- measures
        {{ parse_integer('term_days') }} as term_days,
        term_days as term_days_as_sent,
        {{ parse_integer('term_weeks') }} as term_weeks,
        term_weeks as term_weeks_as_sent,
        {{ parse_integer('term_months') }} as term_months,
        term_months as term_months_as_sent,
        {{ parse_integer('term_years') }} as term_years,
        term_years as term_years_as_sent,

        -- dates
        {{ parse_date('outcome_date') }} as outcome_date,
        outcome_date as outcome_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from outcomes
