with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

cohorts as (

    select * from {{ ref('int_measures__cohorts') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

offences as (

    select * from {{ ref('int_orders__recordable_offences') }}

),

outcomes as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

-- an offence within the follow-up, proven within the waiting period and by the run
-- date; whatever the residence, one per ypid and offence
reoffences as (

    select
        cohorts.calculation_id,
        cohorts.service,
        cohorts.quarter,
        cohorts.unit_id,
        offences.ypid || '|' || offences.offence_id as offence_unit_id,
        -- the outcome that proved it first
        arg_min(
            outcomes.outcome_number, (outcomes.outcome_date, outcomes.outcome_number)
        ) as outcome_number
    from cohorts
    cross join run_dates
    inner join calculations
        on cohorts.calculation_id = calculations.calculation_id
    inner join units
        on
            cohorts.service = units.service
            and cohorts.unit_id = units.unit_id
            and calculations.is_merging_duplicates = units.is_merged
    inner join offences
        on units.service = offences.service and units.ypid = offences.ypid
    inner join outcomes
        on
            offences.service = outcomes.service
            and offences.ypid = outcomes.ypid
            and offences.offence_id = outcomes.offence_id
    where
        outcomes.is_proof_of_reoffence
        and coalesce(outcomes.main_or_other_code, '') != 'TIC'
        and {{ stands_after_appeal('outcomes.appeal_status', 'calculations') }}
        and outcomes.outcome_date <= run_dates.run_date
        and outcomes.outcome_date
        <= cohorts.reference_date + to_months(calculations.proof_months)
        and case
            when calculations.is_follow_up_start_inclusive
                then offences.offence_date >= cohorts.reference_date
            else offences.offence_date > cohorts.reference_date
        end
        and case
            when calculations.is_follow_up_end_inclusive
                then
                    offences.offence_date
                    <= cohorts.reference_date + to_months(calculations.follow_up_months)
            else
                offences.offence_date
                < cohorts.reference_date + to_months(calculations.follow_up_months)
        end
    group by all

)

select * from reoffences
