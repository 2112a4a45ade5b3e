with

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

links as (

    select distinct
        service,
        ypid,
        offence_id,
        programme_id
    from {{ ref('int_case__programme_offences') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

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

linked as (

    select
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,
        programmes.programme_id,
        outcomes.outcome_date,
        outcomes.legal_outcome_code,
        upper(trim(outcomes.cms_legal_outcome)) as outcome_text,
        outcomes.appeal_status,
        outcomes.residence_status_code,
        programmes.start_date,
        programmes.end_date,
        programmes.disposal_type_code,
        programmes.is_successfully_completed,
        -- a disposal type is looked up on the programme's end; open ones on the run date
        coalesce(programmes.end_date, run_dates.run_date) as look_up_date
    from outcomes
    cross join run_dates
    inner join links
        on
            outcomes.service = links.service
            and outcomes.ypid = links.ypid
            and outcomes.offence_id = links.offence_id
    inner join programmes
        on
            links.service = programmes.service
            and links.ypid = programmes.ypid
            and links.programme_id = programmes.programme_id

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
        resolved.is_successfully_completed
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

)

select * from programme_outcomes
