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

characteristics as (

    select * from {{ ref('int_orders__characteristics') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

-- section 3.4 leaves out what was changed on appeal, and nothing else
counted as (

    select
        calculations.calculation_id,
        units.unit_id,
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,
        outcomes.outcome_date,
        ages.age_at_offence,
        case
            when ages.age_on_first_hearing is not null then ages.age_on_first_hearing
            when calculations.is_missing_hearing_age_from_outcome
                then ages.age_on_outcome_date
        end as age_at_hearing,
        outcomes.tier
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
        outcomes.is_substantive
        and outcomes.tier in ('Pre-Court', 'First-tier', 'Community', 'Custody')
        and outcomes.outcome_date <= run_dates.run_date
        and case
            when outcomes.appeal_status is null
                then calculations.is_missing_appeal_none
            else lower(trim(outcomes.appeal_status)) != 'changed on appeal'
        end
        and {{ is_local('outcomes.residence_status_code', 'calculations') }}

),

-- once a year and service, by the first outcome of the year
firsts as (

    select
        counted.*,
        quarters.quarter,
        if(
            counted.tier = 'Pre-Court', counted.age_at_offence, counted.age_at_hearing
        ) as age
    from counted
    inner join quarters
        on
            counted.outcome_date
            between quarters.year_start_date and quarters.end_date
    where counted.age_at_offence between 10 and 17 and counted.age_at_hearing <= 17
    qualify row_number() over (
        partition by
            counted.calculation_id, counted.service, counted.unit_id, quarters.quarter
        order by
            counted.outcome_date,
            counted.ypid || '|' || counted.offence_id,
            counted.outcome_number
    ) = 1

),

-- the population of a group is not known: parts are plain counts
members as (

    select
        firsts.calculation_id,
        firsts.service,
        firsts.quarter,
        'cautioned_or_sentenced' as measure,
        unnest(
            list_prepend(
                '{}',
                {{ demographic_breakdowns(
                    age_band('firsts.age', "'10-14,15-17'"), 'characteristics'
                ) }}
            )
        ) as breakdown,
        firsts.unit_id,
        true as in_numerator,
        firsts.ypid,
        firsts.offence_id,
        firsts.outcome_number
    from firsts
    inner join characteristics
        on
            firsts.calculation_id = characteristics.calculation_id
            and firsts.service = characteristics.service
            and firsts.unit_id = characteristics.unit_id
            and firsts.quarter
            between characteristics.first_quarter and characteristics.last_quarter

)

select * from members
