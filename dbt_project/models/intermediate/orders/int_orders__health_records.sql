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

-- treatment at the start: begun strictly before the order, open at the start point
judged as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        records.kpi,
        records.intervention_type_code,
        coalesce(
            records.attended_start_date < orders.order_start_date
            and coalesce(records.attended_end_date, date '9999-12-31')
            >= orders.start_point_date,
            false
        ) as is_in_treatment,
        coalesce(records.screened_date <= orders.end_date, false) as is_screened,
        -- an offer counts within the programme: one made in custody is missed for a
        -- licence, as in the YJB's calculation
        coalesce(
            records.offered_date between orders.start_date and orders.end_date
            and coalesce(records.intervention_type_code, '')
            not in ('', 'NO_INTERVENTION'),
            false
        ) as is_offered,
        coalesce(
            records.attended_start_date <= orders.end_date
            and coalesce(records.attended_end_date, date '9999-12-31')
            >= orders.start_point_date,
            false
        ) as is_attended,
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

),

health_records as (

    select
        *,
        is_screened or is_in_treatment as is_need
    from judged

)

select * from health_records
