with

linked as (

    select * from {{ ref('int_orders__linked_outcomes') }}

),

disposal_types as (

    select * from {{ ref('disposal_types') }}

),

text_map as (

    select * from {{ ref('cms_outcome_map') }}

),

legal_outcomes as (

    select * from {{ ref('legal_outcomes') }}

),

revoked as (

    select * from {{ ref('int_orders__revoked') }}

),

-- Outcome 22 rule: with the required programme the text overrides any code, else it
-- only fills NOT_KNOWN, OTHER and blanks
resolved as (

    select
        linked.*,
        case
            when
                text_map.requires_disposal_type = linked.disposal_type_code
                or coalesce(linked.legal_outcome_code, '') in ('', 'NOT_KNOWN', 'OTHER')
                then coalesce(
                    upper(text_map.legal_outcome), linked.legal_outcome_code
                )
            else linked.legal_outcome_code
        end as resolved_code
    from linked
    left join text_map
        on linked.outcome_text = upper(trim(text_map.cms_text))

),

programme_outcomes as (

    select
        -- ids
        resolved.service,
        resolved.ypid,
        resolved.offence_id,
        resolved.outcome_number,
        resolved.programme_id,

        -- codes
        resolved.resolved_code as legal_outcome_code,
        legal_outcomes.tier,
        legal_outcomes.order_type,
        resolved.disposal_type_code,
        disposal_types.custody_phase,
        resolved.appeal_status,
        resolved.residence_status_code,

        -- dates
        resolved.outcome_date,
        resolved.start_date,
        resolved.end_date,

        -- measures
        legal_outcomes.seriousness_rank,

        -- flags
        legal_outcomes.code is not null as is_known_outcome,
        disposal_types.code is not null as is_known_disposal_type,
        coalesce(legal_outcomes.is_substantive = 'YES', false) as is_substantive,
        coalesce(legal_outcomes.counts_in_kpi = 'YES', false) as is_outcome_counted,
        coalesce(disposal_types.counts_in_kpis = 'YES', false) as is_programme_counted,
        coalesce(disposal_types.is_oocd_kpi6 = 'YES', false) as is_out_of_court,
        coalesce(disposal_types.custody_phase = 'licence', false) as is_licence,
        resolved.is_successfully_completed,
        revoked.programme_id is not null as is_revoked
    from resolved
    left join legal_outcomes
        on
            resolved.resolved_code = legal_outcomes.code
            and resolved.outcome_date
            between coalesce(legal_outcomes.valid_from, date '0001-01-01')
            and coalesce(legal_outcomes.valid_to, date '9999-12-31')
    left join disposal_types
        on
            resolved.disposal_type_code = disposal_types.code
            and resolved.look_up_date
            between coalesce(disposal_types.valid_from, date '0001-01-01')
            and coalesce(disposal_types.valid_to, date '9999-12-31')
    left join revoked
        on
            resolved.service = revoked.service
            and resolved.ypid = revoked.ypid
            and resolved.programme_id = revoked.programme_id
            and resolved.end_date = revoked.revocation_date

)

select * from programme_outcomes
