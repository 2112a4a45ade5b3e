with

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

text_map as (

    select * from {{ ref('cms_outcome_map') }}

),

legal_outcomes as (

    select * from {{ ref('legal_outcomes') }}

),

-- the case system's own text wins over the code whenever the text is mapped
resolved as (

    select
        outcomes.*,
        coalesce(
            upper(text_map.legal_outcome), outcomes.legal_outcome_code
        ) as resolved_code
    from outcomes
    left join text_map
        on upper(trim(outcomes.cms_legal_outcome)) = upper(trim(text_map.cms_text))

),

national_outcomes as (

    select
        -- ids
        resolved.service,
        resolved.ypid,
        resolved.offence_id,
        resolved.outcome_number,

        -- codes
        resolved.resolved_code as legal_outcome_code,
        legal_outcomes.tier,
        legal_outcomes.order_type,
        resolved.main_or_other_code,
        resolved.appeal_status,
        resolved.residence_status_code,

        -- dates
        resolved.outcome_date,

        -- measures
        legal_outcomes.seriousness_rank,

        -- flags
        legal_outcomes.code is not null as is_known_code,
        coalesce(legal_outcomes.is_substantive = 'YES', false) as is_substantive,
        coalesce(legal_outcomes.counts_for_fte = 'YES', false) as is_counted_for_fte,
        coalesce(legal_outcomes.proves_reoffence = 'YES', false)
            as is_proof_of_reoffence,
        coalesce(legal_outcomes.enters_reoffending_cohort, 'no') as cohort_entry
    from resolved
    left join legal_outcomes
        on
            resolved.resolved_code = legal_outcomes.code
            and resolved.outcome_date
            between coalesce(legal_outcomes.valid_from, date '0001-01-01')
            and coalesce(legal_outcomes.valid_to, date '9999-12-31')

)

select * from national_outcomes
