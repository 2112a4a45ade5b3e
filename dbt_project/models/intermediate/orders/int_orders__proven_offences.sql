with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

programme_outcomes as (

    select * from {{ ref('int_orders__programme_outcomes') }}

),

national_outcomes as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

ages as (

    select * from {{ ref('int_orders__offence_ages') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

-- resolved with each linked countable programme, or without any where a version
-- does not require one
outcomes as (

    select
        true as is_with_programme,
        service,
        ypid,
        offence_id,
        outcome_number,
        outcome_date,
        legal_outcome_code,
        disposal_type_code,
        tier,
        order_type,
        seriousness_rank,
        is_substantive,
        is_programme_counted,
        appeal_status,
        residence_status_code
    from programme_outcomes
    where is_known_disposal_type
    union all
    select
        false as is_with_programme,
        service,
        ypid,
        offence_id,
        outcome_number,
        outcome_date,
        legal_outcome_code,
        null as disposal_type_code,
        tier,
        order_type,
        seriousness_rank,
        is_substantive,
        true as is_programme_counted,
        appeal_status,
        residence_status_code
    from national_outcomes

),

counted as (

    select
        calculations.calculation_id,
        units.unit_id,
        outcomes.*,
        {{ seriousness_rank('outcomes', 'calculations') }} as own_rank,
        case
            when outcomes.tier = 'Pre-Court' then ages.age_at_offence
            when ages.age_on_first_hearing is not null then ages.age_on_first_hearing
            when calculations.is_missing_hearing_age_from_outcome
                then ages.age_on_outcome_date
        end as age
    from outcomes
    cross join run_dates
    inner join calculations
        on outcomes.is_with_programme = calculations.is_programme_required_in_kpi9
    inner join units
        on
            outcomes.service = units.service
            and outcomes.ypid = units.ypid
            and calculations.is_merging_duplicates = units.is_merged
    inner join ages
        on
            outcomes.service = ages.service
            and outcomes.ypid = ages.ypid
            and outcomes.offence_id = ages.offence_id
            and outcomes.outcome_number = ages.outcome_number
    where
        coalesce(
            calculations.disposal_flags[outcomes.disposal_type_code],
            outcomes.is_programme_counted
        )
        and outcomes.is_substantive
        and outcomes.tier in ('Pre-Court', 'First-tier', 'Community', 'Custody')
        -- an outcome before the KPIs began cannot outrank one since
        and outcomes.outcome_date
        between date '2023-04-01' and run_dates.run_date
        and {{ stands_after_appeal('outcomes.appeal_status', 'calculations') }}
        and {{ is_local('outcomes.residence_status_code', 'calculations') }}

),

-- one row per offence over all quarters: the most serious outcome, then the latest
proven as (

    select
        * exclude (disposal_type_code, is_programme_counted, own_rank),
        {{ quarter_label('outcome_date') }} as quarter
    from counted
    where age between 10 and 17
    qualify row_number() over (
        partition by calculation_id, service, ypid, offence_id
        order by
            own_rank asc nulls last,
            outcome_date desc,
            outcome_number asc
    ) = 1

)

select * from proven
