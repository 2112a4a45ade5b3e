with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

outcomes as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

counted_offences as (

    select * from {{ ref('int_orders__recordable_offences') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

releases as (

    select * from {{ ref('int_orders__releases') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

events as (

    select
        calculations.calculation_id,
        units.unit_id,
        units.birth_date,
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,
        outcomes.cohort_entry,
        case
            when outcomes.cohort_entry = 'at_release' then releases.release_date
            else outcomes.outcome_date
        end as reference_date
    from outcomes
    cross join calculations
    inner join counted_offences
        on
            outcomes.service = counted_offences.service
            and outcomes.ypid = counted_offences.ypid
            and outcomes.offence_id = counted_offences.offence_id
    inner join units
        on
            outcomes.service = units.service
            and outcomes.ypid = units.ypid
            and calculations.is_merging_duplicates = units.is_merged
    cross join run_dates
    left join releases
        on
            outcomes.service = releases.service
            and outcomes.ypid = releases.ypid
            and outcomes.offence_id = releases.offence_id
    where
        outcomes.cohort_entry in ('at_outcome', 'at_release')
        and outcomes.outcome_date <= run_dates.run_date
        and {{ stands_after_appeal('outcomes.appeal_status', 'calculations') }}
        and {{ is_local('outcomes.residence_status_code', 'calculations') }}

)

select * from events
