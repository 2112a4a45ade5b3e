with

source as (

    select * from {{ source('case_document', 'legal_outcomes') }}

),

legal_outcomes as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(offenceid), '') as offence_id,

        -- texts
        nullif(trim(cmslegaloutcome), '') as cms_legal_outcome,
        trim(outcomeappealstatus) as appeal_status,

        -- codes
        upper(nullif(trim(legaloutcome), '')) as legal_outcome_code,
        upper(nullif(trim(mainorother), '')) as main_or_other_code,
        upper(trim(residenceonlegaloutcomedate)) as residence_status_code,

        -- measures
        {{ parse_integer('outcome_number') }} as outcome_number,
        outcome_number as outcome_number_as_sent,
        {{ parse_integer('termdays') }} as term_days,
        termdays as term_days_as_sent,
        {{ parse_integer('termweeks') }} as term_weeks,
        termweeks as term_weeks_as_sent,
        {{ parse_integer('termmonths') }} as term_months,
        termmonths as term_months_as_sent,
        {{ parse_integer('termyears') }} as term_years,
        termyears as term_years_as_sent,

        -- dates
        {{ parse_date('outcomedate') }} as outcome_date,
        outcomedate as outcome_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from legal_outcomes
