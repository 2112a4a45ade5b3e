with

points as (

    select * from {{ ref('int_measures__education_points') }}

),

answers as (

    select
        points.*,
        answers.suitability,
        case answers.suitability
            when 'suitable' then points.is_suitable else points.is_unsuitable
        end as is_answer
    from points
    cross join (select unnest(['suitable', 'unsuitable']) as suitability) as answers

),

members as (

    {{ members('kpi2', "'{}'", 'unit_id', 'is_suitable', 'points', "point = 'end'") }}
    union all
    {{ members(
        'kpi2', breakdown({'order_type': 'order_type'}), 'unit_id', 'is_suitable',
        'points', "point = 'end' and order_type is not null"
    ) }}
    union all
    {{ members(
        'kpi2a', breakdown({'point': 'point', 'suitability': 'suitability'}),
        'unit_id', 'is_answer', 'answers', "point != 'release'"
    ) }}
    union all
    {{ members(
        'kpi2b',
        breakdown({
            'age_group': 'age_group', 'point': 'point', 'suitability': 'suitability'
        }),
        'unit_id', 'is_answer', 'answers'
    ) }}
    union all
    {{ members(
        'kpi2f',
        breakdown({
            'order_type': 'order_type', 'point': 'point', 'suitability': 'suitability'
        }),
        'unit_id', 'is_answer', 'answers', 'order_type is not null'
    ) }}

)

select * from members
