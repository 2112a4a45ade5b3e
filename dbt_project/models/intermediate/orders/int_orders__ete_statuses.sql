with

points as (

    select * from {{ ref('int_orders__points') }}

),

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

ete_statuses as (

    select * from {{ ref('int_case__ete_statuses') }}

),

-- a blank suitability drops the row, as in the YJB's calculation; an unknown too
relevant as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        ete_statuses.ypid,
        ete_statuses.provision_type_code,
        ete_statuses.suitability_code,
        ete_statuses.suitability_code in ('UNSUITABLE', 'UNKNOWN')
        or (
            calculations.is_no_ete_unsuitable
            and coalesce(ete_statuses.provision_type_code = 'NONE', false)
        ) as is_unsuitable,
        ete_statuses.hours_offered,
        ete_statuses.hours_attended,
        coalesce(ete_statuses.start_date, date '0001-01-01') as from_date,
        coalesce(ete_statuses.end_date, date '9999-12-31') as to_date,
        orders.start_point_date,
        orders.end_date as end_point_date,
        orders.school_leaving_date,
        ete_statuses._supplier,
        ete_statuses._entity,
        ete_statuses._file_sha256,
        ete_statuses._row_number
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    inner join units
        on
            orders.service = units.service
            and orders.unit_id = units.unit_id
            and calculations.is_merging_duplicates = units.is_merged
    inner join ete_statuses
        on units.service = ete_statuses.service and units.ypid = ete_statuses.ypid
    where ete_statuses.suitability_code in ('SUITABLE', 'UNSUITABLE', 'UNKNOWN')

),

met as (

    select
        relevant.*,
        points.point
    from relevant
    inner join points
        on
            relevant.calculation_id = points.calculation_id
            and relevant.service = points.service
            and relevant.quarter = points.quarter
            and relevant.unit_id = points.unit_id
            and points.point_date between relevant.from_date and relevant.to_date
    where points.point in ('start', 'end', 'release')

),

borrowed as (

    {{ borrowed_points('met') }}

),

all_points as (

    select * from met
    union all by name
    select
        *,
        0 as hours_offered,
        0 as hours_attended
    from borrowed

)

select * from all_points
