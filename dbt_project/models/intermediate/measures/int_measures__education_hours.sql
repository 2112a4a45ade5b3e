with

points as (

    select * from {{ ref('int_measures__education_points') }}

),

by_time as (

    select
        points.*,
        answers.hours,
        coalesce(points.offered_time = answers.hours, false) as is_answer
    from points
    cross join (select unnest(['part_time', 'full_time']) as hours) as answers

),

bands as (

    select
        points.*,
        bands.band,
        coalesce(points.offered_band = bands.band, false) as is_offered,
        coalesce(points.attended_band = bands.band, false) as is_attended
    from points
    cross join (select unnest(['1-15', '16-24', '25+']) as band) as bands

),

-- attended bands are divided by the same band offered: counted separately, so the
-- ratio can exceed 100 %
members as (

    {{ members(
        'kpi2c', breakdown({'hours': 'hours', 'point': 'point'}), 'unit_id',
        'is_answer', 'by_time'
    ) }}
    union all by name
    {{ members(
        'kpi2e', breakdown({'band': 'band', 'basis': "'offered'", 'point': 'point'}),
        'unit_id', 'is_offered', 'bands'
    ) }}
    union all by name
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

),

-- the base of what is offered is every child
based as (

    select * replace (coalesce(in_denominator, true) as in_denominator)
    from members

)

select * from based
