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

persons as (

    select * from {{ ref('int_case__persons') }}

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

-- duplicates collapse in and across services, whatever cfg.duplicates says: the
-- second pass is part of the rule itself
counted as (

    select
        calculations.calculation_id,
        case
            when
                {{ is_originating_id_used('persons', 'calculations') }}
                and persons.birth_date is not null
                then
                    'O' || persons.originating_yot_person_id
                    || '|' || persons.birth_date
            else 'Y' || persons.service || '|' || persons.ypid
        end as person_key,
        outcomes.*,
        {{ seriousness_rank('outcomes', 'calculations') }} as own_rank
    from outcomes
    cross join calculations
    cross join run_dates
    inner join ages
        on
            outcomes.service = ages.service
            and outcomes.ypid = ages.ypid
            and outcomes.offence_id = ages.offence_id
            and outcomes.outcome_number = ages.outcome_number
    inner join persons
        on outcomes.service = persons.service and outcomes.ypid = persons.ypid
    where
        {{ counts_for_entrants('outcomes', 'calculations') }}
        and outcomes.outcome_date <= run_dates.run_date
        and ages.age_at_offence between 10 and 17
        and case
            when ages.age_on_first_hearing is not null
                then ages.age_on_first_hearing <= 17
            when calculations.is_missing_hearing_age_from_outcome
                then ages.age_on_outcome_date <= 17
            else false
        end
        and {{ stands_after_appeal('outcomes.appeal_status', 'calculations') }}

),

firsts as (

    select *
    from counted
    qualify row_number() over (
        partition by calculation_id, person_key
        order by
            outcome_date,
            own_rank nulls last,
            ypid || '|' || offence_id,
            outcome_number
    ) = 1

),

-- only now the residence: a first outcome out of area never makes an entrant here
entrants as (

    select
        firsts.calculation_id,
        firsts.service,
        firsts.offence_id,
        firsts.ypid,
        firsts.outcome_number,
        firsts.outcome_date,
        units.unit_id
    from firsts
    inner join calculations
        on firsts.calculation_id = calculations.calculation_id
    inner join units
        on
            firsts.service = units.service
            and firsts.ypid = units.ypid
            and units.is_merged
    where
        calculations.fte_source = 'CASE_LEVEL'
        and {{ is_local('firsts.residence_status_code', 'calculations') }}

),

members as (

    select
        entrants.calculation_id,
        entrants.service,
        quarters.quarter,
        'fte' as measure,
        '{}' as breakdown,
        entrants.unit_id,
        true as in_numerator,
        entrants.ypid,
        entrants.offence_id,
        entrants.outcome_number
    from entrants
    inner join quarters
        on
            entrants.outcome_date
            between quarters.year_start_date and quarters.end_date

)

select * from members
