with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

records as (

    select
        'kpi4' as kpi,
        *
    from {{ ref('int_case__mental_health') }}
    union all by name
    select
        'kpi5' as kpi,
        *
    from {{ ref('int_case__substance_misuse') }}

),

types as (

    select code from {{ ref('mh_intervention_types') }}
    union
    select code from {{ ref('sm_intervention_types') }}

),

-- treatment at the start: begun strictly before the order, open at the start point.
-- An offer counts within the programme: one made in custody is missed for a licence,
-- as in the YJB's calculation
judged as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        records.kpi,
        records.intervention_type_code,
        coalesce(
            types.code is not null and types.code != 'NO_INTERVENTION', false
        ) as is_intervention,
        coalesce(
            records.attended_start_date < orders.order_start_date
            and coalesce(records.attended_end_date, date '9999-12-31')
            >= orders.start_point_date,
            false
        ) as is_in_treatment,
        records.screened_date is not null as is_screened,
        records.offered_date is null as is_never_offered,
        coalesce(
            records.offered_date between orders.start_date and orders.end_date, false
        ) as is_offer_made,
        records.attended_start_date is null as is_never_attended,
        coalesce(
            records.attended_start_date between orders.start_date and orders.end_date,
            false
        ) as is_attendance_begun,
        records._supplier,
        records._entity,
        records._file_sha256,
        records._row_number
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    inner join units
        on
            orders.service = units.service
            and orders.unit_id = units.unit_id
            and calculations.is_merging_duplicates = units.is_merged
    inner join records
        on units.service = records.service and units.ypid = records.ypid
    left join types on records.intervention_type_code = types.code
    -- what was screened after the order is a record of a later time
    where coalesce(records.screened_date <= orders.end_date, true)

),

needed as (

    select
        *,
        is_screened or is_in_treatment as is_need
    from judged

),

-- a child in treatment at the start was offered that type, and attends it
health_records as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        kpi,
        intervention_type_code,
        is_in_treatment,
        is_screened,
        is_need,
        is_intervention and (is_offer_made or is_in_treatment) as is_offered,
        is_intervention and (is_attendance_begun or is_in_treatment) as is_attended,
        is_offer_made and is_never_attended as is_offer_not_attended,
        is_need and is_never_offered and intervention_type_code = 'NO_INTERVENTION'
            as is_without_intervention,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from needed

)

select * from health_records
