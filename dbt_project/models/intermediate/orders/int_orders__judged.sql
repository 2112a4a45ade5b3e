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

services as (

    select * from {{ ref('services') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

transfers as (

    select * from {{ ref('int_case__transfers') }}

),

transferred as (

    select distinct
        units.is_merged,
        units.service,
        units.unit_id,
        transfers.transfer_date
    from transfers
    inner join units
        on transfers.service = units.service and transfers.ypid = units.ypid
    where transfers.transfer_code = 'TRANSFER_OUT'

),

-- what ended before the KPIs began is never asked for
dated as (

    select
        calculations.calculation_id,
        units.unit_id,
        units.birth_date,
        programme_outcomes.* exclude (is_licence, seriousness_rank),
        {{ seriousness_rank('programme_outcomes', 'calculations') }}
            as seriousness_rank,
        {{ is_licence('programme_outcomes', 'calculations') }} as is_licence,
        case
            when {{ is_licence('programme_outcomes', 'calculations') }}
                then programme_outcomes.outcome_date
            else programme_outcomes.start_date
        end as order_start_date,
        case
            when
                {{ is_licence('programme_outcomes', 'calculations') }}
                and calculations.is_licence_age_at_sentence
                then programme_outcomes.outcome_date
            else programme_outcomes.start_date
        end as age_date,
        calculations.custody_offset_days,
        run_dates.run_date,
        services.valid_to as service_end_date,
        calculations.is_transfer_excluded and transferred.unit_id is not null
            as is_transferred_out,
        programme_outcomes.is_revoked and not calculations.is_revoked_counted
            as is_revocation_excluded,
        {{ is_programme_in_kpi('programme_outcomes', 'calculations') }}
            as is_programme_in_kpi,
        {{ is_outcome_in_kpi('programme_outcomes', 'calculations') }}
            as is_outcome_in_kpi,
        {{ stands_after_appeal('programme_outcomes.appeal_status', 'calculations') }}
            as is_standing,
        {{ is_local('programme_outcomes.residence_status_code', 'calculations') }}
            as is_local
    from programme_outcomes
    cross join run_dates
    cross join calculations
    inner join units
        on
            programme_outcomes.service = units.service
            and programme_outcomes.ypid = units.ypid
            and calculations.is_merging_duplicates = units.is_merged
    left join services on programme_outcomes.service = services.service
    left join transferred
        on
            units.is_merged = transferred.is_merged
            and units.service = transferred.service
            and units.unit_id = transferred.unit_id
            and programme_outcomes.end_date = transferred.transfer_date
    where coalesce(programme_outcomes.end_date, date '9999-12-31') >= date '2023-04-01'

),

aged as (

    select
        *,
        {{ completed_years('birth_date', 'age_date') }} as age,
        {{ completed_years('birth_date', 'start_date') }} as age_at_programme_start
    from dated

),

-- rules 2 to 7 of section 1 in this order; the age comes last, for KPI 10 may take it
-- on another day
judged as (

    select
        *,
        case
            when outcome_date is null then 'outcome_without_date'
            when outcome_date > run_date then 'outcome_after_run_date'
            when not is_known_disposal_type then 'unknown_programme_type'
            when not is_programme_in_kpi then 'programme_type_not_counted'
            when not is_known_outcome then 'unknown_outcome'
            when not is_outcome_in_kpi then 'outcome_not_counted'
            when not coalesce(is_standing, false) then 'appeal'
            when not coalesce(is_local, false) then 'out_of_area'
            when start_date is null then 'no_start_date'
            when end_date is null then 'not_ended'
            when end_date > run_date then 'ends_after_run_date'
            when end_date < start_date then 'ends_before_start'
            when service_end_date < end_date then 'service_abolished'
            when is_transferred_out then 'transferred_out'
            when is_revocation_excluded then 'revoked'
            when birth_date is null then 'no_birth_date'
            when age not between 10 and 17 then 'age'
        end as failed_rule
    from aged

)

select * from judged
