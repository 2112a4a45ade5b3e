with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

ended as (

    select * from {{ ref('int_orders__ended_programmes') }}

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

counted as (

    select
        calculations.calculation_id,
        units.unit_id,
        units.birth_date,
        ended.*,
        case
            when ended.is_licence then ended.outcome_date else ended.start_date
        end as order_start_date,
        case
            when ended.is_licence and calculations.is_licence_age_at_sentence
                then ended.outcome_date
            else ended.start_date
        end as age_date,
        calculations.custody_offset_days,
        calculations.is_transfer_excluded and transferred.unit_id is not null
            as is_transferred_out
    from ended
    cross join calculations
    inner join units
        on
            ended.service = units.service
            and ended.ypid = units.ypid
            and calculations.is_merging_duplicates = units.is_merged
    left join transferred
        on
            units.is_merged = transferred.is_merged
            and units.service = transferred.service
            and units.unit_id = transferred.unit_id
            and ended.end_date = transferred.transfer_date
    where
        (
            ended.is_outcome_counted
            or (
                calculations.is_first_tier_in_kpi
                and ended.tier = 'First-tier'
                and ended.is_substantive
            )
        )
        and {{ stands_after_appeal('ended.appeal_status', 'calculations') }}
        and {{ is_local('ended.residence_status_code', 'calculations') }}

),

endings as (

    select
        -- ids
        calculation_id,
        service,
        unit_id,
        ypid,
        offence_id,
        outcome_number,
        programme_id,

        -- codes
        {{ quarter_label('end_date') }} as quarter,
        legal_outcome_code,
        tier,
        order_type,
        disposal_type_code,
        custody_phase,

        -- dates
        birth_date,
        outcome_date,
        start_date,
        end_date,
        order_start_date,
        case
            when tier = 'Custody'
                then order_start_date + custody_offset_days
            else order_start_date
        end as start_point_date,
        -- KPI 7 counts a custodial child's statuses from the day before the sentence
        case
            when tier = 'Custody' then outcome_date + custody_offset_days
            else order_start_date
        end as status_from_date,

        -- measures
        seriousness_rank,
        {{ completed_years('birth_date', 'age_date') }} as age,

        -- flags
        is_licence,
        is_out_of_court,
        is_successfully_completed
    from counted
    where
        not is_transferred_out
        and {{ completed_years('birth_date', 'age_date') }} between 10 and 17

)

select * from endings
