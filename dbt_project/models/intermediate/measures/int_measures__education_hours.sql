with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

ete_statuses as (

    select * from {{ ref('int_orders__ete_statuses') }}

),

hours as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        point,
        {{ hours_band('sum(hours_offered)') }} as offered_band,
        {{ hours_band('sum(hours_attended)') }} as attended_band
    from ete_statuses
    group by calculation_id, service, quarter, unit_id, point

),

bands as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        points.point,
        bands.band,
        coalesce(hours.offered_band = bands.band, false) as is_offered,
        coalesce(hours.attended_band = bands.band, false) as is_attended
    from orders
    cross join (select unnest(['start', 'end']) as point) as points
    cross join (select unnest(['1-15', '16-24', '25+']) as band) as bands
    left join hours
        on
            orders.calculation_id = hours.calculation_id
            and orders.service = hours.service
            and orders.quarter = hours.quarter
            and orders.unit_id = hours.unit_id
            and points.point = hours.point

),

-- attended bands are divided by the same band offered: counted separately, so the
-- ratio can exceed 100 %
members as (

    select
        calculation_id,
        service,
        quarter,
        'kpi2e' as measure,
        {{ breakdown({'band': 'band', 'basis': "'offered'", 'point': 'point'}) }}
            as breakdown,
        unit_id,
        is_offered as in_numerator,
        true as in_denominator
    from bands
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi2e' as measure,
        {{ breakdown({'band': 'band', 'basis': "'attended'", 'point': 'point'}) }}
            as breakdown,
        unit_id,
        is_attended as in_numerator,
        is_offered as in_denominator
    from bands
    where is_attended or is_offered

)

select * from members
