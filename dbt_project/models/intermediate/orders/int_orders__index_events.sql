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

links as (

    select * from {{ ref('int_case__programme_offences') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

disposal_types as (

    select
        code,
        custody_phase
    from {{ ref('disposal_types') }}
    where custody_phase in ('custody', 'licence')

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

-- released at the end of the custody part, else at the start of the licence
releases as (

    select
        links.service,
        links.ypid,
        links.offence_id,
        coalesce(
            min(programmes.end_date) filter (
                where disposal_types.custody_phase = 'custody'
            ),
            min(programmes.start_date) filter (
                where disposal_types.custody_phase = 'licence'
            )
        ) as release_date
    from links
    inner join programmes
        on
            links.service = programmes.service
            and links.ypid = programmes.ypid
            and links.programme_id = programmes.programme_id
    inner join disposal_types on programmes.disposal_type_code = disposal_types.code
    group by all

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
