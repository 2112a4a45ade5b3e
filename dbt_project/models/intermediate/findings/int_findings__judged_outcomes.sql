with

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

offences as (

    select * from {{ ref('int_case__offences') }}

),

resolved as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

ages as (

    select * from {{ ref('int_orders__offence_ages') }}

),

programmes as (

    select distinct
        service,
        ypid,
        offence_id
    from {{ ref('int_orders__linked_outcomes') }}

),

legal_outcomes as (

    select * from {{ ref('legal_outcomes') }}

),

known_codes as (

    select distinct code from {{ ref('legal_outcomes') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

judged_outcomes as (

    select
        -- ids
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,
        outcomes.ypid || '|' || outcomes.offence_id as offence_unit_id,

        -- texts
        outcomes.appeal_status,
        case
            when resolved.is_known_code then null
            when resolved.legal_outcome_code is null then 'it is blank'
            when resolved.legal_outcome_code in (select code from known_codes)
                then 'it is not valid on the outcome date'
        end as code_detail,

        -- codes
        resolved.tier,
        outcomes.residence_status_code,

        -- dates
        outcomes.outcome_date,

        -- measures
        offences.age_on_first_hearing,
        offences.age_at_arrest_or_offence,

        -- flags
        resolved.is_known_code,
        resolved.is_counted_for_fte,
        resolved.tier in (
            'Diversion', 'Pre-Court', 'First-tier', 'Community', 'Custody'
        ) as is_judged,
        resolved.is_substantive
        and case
            when resolved.tier = 'Pre-Court' then ages.age_at_offence
            else coalesce(ages.age_on_first_hearing, ages.age_on_outcome_date)
        end is null as is_without_age,
        coalesce(legal_outcomes.counts_in_kpi = 'YES', false)
        and coalesce(outcomes.main_or_other_code, '') != 'TIC'
        and coalesce(upper(trim(outcomes.residence_status_code)), '') != 'OTHER'
        and coalesce(lower(trim(outcomes.appeal_status)), '') not in (
            'changed on appeal', 'result of appeal successful'
        )
        and programmes.offence_id is null as is_without_programme,
        resolved.legal_outcome_code = 'YOUTH_CAUTION' as is_caution,
        outcomes.outcome_date > run_dates.run_date as is_after_run_date,
        outcomes.outcome_date < offences.offence_date as is_before_offence,

        -- lineage
        outcomes._supplier,
        outcomes._entity,
        outcomes._file_sha256,
        outcomes._row_number
    from outcomes
    cross join run_dates
    inner join resolved
        on
            outcomes.service = resolved.service
            and outcomes.ypid = resolved.ypid
            and outcomes.offence_id = resolved.offence_id
            and outcomes.outcome_number = resolved.outcome_number
    left join ages
        on
            outcomes.service = ages.service
            and outcomes.ypid = ages.ypid
            and outcomes.offence_id = ages.offence_id
            and outcomes.outcome_number = ages.outcome_number
    left join offences
        on
            outcomes.service = offences.service
            and outcomes.ypid = offences.ypid
            and outcomes.offence_id = offences.offence_id
    left join programmes
        on
            outcomes.service = programmes.service
            and outcomes.ypid = programmes.ypid
            and outcomes.offence_id = programmes.offence_id
    left join legal_outcomes
        on
            resolved.legal_outcome_code = legal_outcomes.code
            and resolved.outcome_date
            between coalesce(legal_outcomes.valid_from, date '0001-01-01')
            and coalesce(legal_outcomes.valid_to, date '9999-12-31')

)

select * from judged_outcomes
