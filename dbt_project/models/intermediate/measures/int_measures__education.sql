with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

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

-- the YJB's code asks the end where the start of children above school age is meant
ends as (

    select
        points.calculation_id,
        points.service,
        points.quarter,
        points.unit_id,
        points.is_unsuitable
    from points
    inner join calculations
        on points.calculation_id = calculations.calculation_id
    where
        points.point = 'end'
        and {{ behaves_as_code('calculations', 'above_school_age_by_end') }}

),

answers_by_age as (

    select
        answers.* exclude (is_answer),
        coalesce(ends.is_unsuitable, answers.is_answer) as is_answer
    from answers
    left join ends
        on
            answers.calculation_id = ends.calculation_id
            and answers.service = ends.service
            and answers.quarter = ends.quarter
            and answers.unit_id = ends.unit_id
            and answers.point = 'start'
            and answers.age_group = 'above'
            and answers.suitability = 'unsuitable'

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
        'unit_id', 'is_answer', 'answers_by_age'
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
