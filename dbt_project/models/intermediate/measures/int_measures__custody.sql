with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

outcomes as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

ages as (

    select * from {{ ref('int_orders__offence_ages') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

sentences as (

    select
        calculations.calculation_id,
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,
        outcomes.outcome_date,
        case calculations.custody_unit
            when 'child' then units.unit_id
            when 'order'
                then
                    units.unit_id || '|' || outcomes.outcome_date
                    || '|' || outcomes.legal_outcome_code
            when 'offence' then outcomes.ypid || '|' || outcomes.offence_id
            else units.unit_id || '|' || outcomes.outcome_date
        end as unit_id
    from outcomes
    cross join calculations
    cross join run_dates
    inner join ages
        on
            outcomes.service = ages.service
            and outcomes.ypid = ages.ypid
            and outcomes.offence_id = ages.offence_id
            and outcomes.outcome_number = ages.outcome_number
    inner join units
        on
            outcomes.service = units.service
            and outcomes.ypid = units.ypid
            and calculations.is_merging_duplicates = units.is_merged
    where
        outcomes.tier = 'Custody'
        and outcomes.outcome_date <= run_dates.run_date
        and coalesce(
            ages.age_on_first_hearing,
            case
                when calculations.is_missing_hearing_age_from_outcome
                    then ages.age_on_outcome_date
            end
        ) between 10 and 17
        and {{ stands_after_appeal('outcomes.appeal_status', 'calculations') }}
        and {{ is_local('outcomes.residence_status_code', 'calculations') }}

),

-- a child sentenced once for several offences is one sentencing occasion
members as (

    select
        sentences.calculation_id,
        sentences.service,
        quarters.quarter,
        'custody' as measure,
        '{}' as breakdown,
        sentences.unit_id,
        true as in_numerator,
        sentences.ypid,
        sentences.offence_id,
        sentences.outcome_number
    from sentences
    inner join quarters
        on
            sentences.outcome_date
            between quarters.year_start_date and quarters.end_date

)

select * from members
