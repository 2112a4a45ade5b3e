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

residences as (

    select * from {{ ref('int_case__residences') }}

),

accommodation_types as (

    select * from {{ ref('accommodation_types') }}

),

-- a blank suitability drops the row, as in the YJB's calculation; an unknown too
relevant as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        residences.ypid,
        residences.accommodation_type_code,
        accommodation_types."group" as accommodation_group,
        residences.suitability_code,
        residences.suitability_code in ('UNSUITABLE', 'UNKNOWN')
        or (
            calculations.is_always_unsuitable_enforced
            and coalesce(accommodation_types.always_unsuitable = 'YES', false)
        ) as is_unsuitable,
        coalesce(residences.start_date, date '0001-01-01') as from_date,
        coalesce(residences.end_date, date '9999-12-31') as to_date,
        orders.start_point_date,
        orders.end_date as end_point_date,
        residences._supplier,
        residences._entity,
        residences._file_sha256,
        residences._row_number
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    inner join units
        on
            orders.service = units.service
            and orders.unit_id = units.unit_id
            and calculations.is_merging_duplicates = units.is_merged
    inner join residences
        on units.service = residences.service and units.ypid = residences.ypid
    left join accommodation_types
        on residences.accommodation_type_code = accommodation_types.code
    where
        residences.suitability_code in ('SUITABLE', 'UNSUITABLE', 'UNKNOWN')
        and (residences.is_primary or not calculations.is_primary_residence_only)

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

),

borrowed as (

    {{ borrowed_points('met') }}

),

all_points as (

    select * from met
    union all by name
    select * from borrowed

)

select * from all_points
