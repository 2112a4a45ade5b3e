with

programmes as (

    select * from {{ ref('int_measures__out_of_court_programmes') }}

),

characteristics as (

    select * from {{ ref('int_orders__characteristics') }}

),

groups as (

    select breakdown from {{ ref('measure_breakdowns') }}
    where measure = 'kpi6c'

),

-- a child with one completed and one not is in both, once in the denominator
columns as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        case when is_per_column then oocd_type end as unit_part,
        {{ completions() }} as completions
    from programmes
    where not is_per_column or oocd_type is not null
    group by all

),

types as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        oocd_type,
        answers.completion,
        coalesce(
            bool_or(
                is_successfully_completed = (answers.completion = 'completed')
            ),
            false
        ) as is_answer
    from programmes
    cross join (
        select unnest(['completed', 'not_completed']) as completion
    ) as answers
    where oocd_type is not null
    group by all

),

-- with programmes begun at ages of two bands a child is in both
children as (

    select
        programmes.calculation_id,
        programmes.service,
        programmes.quarter,
        programmes.unit_id,
        coalesce(
            flatten(
                list(
                    {{ demographic_breakdowns(
                        age_band('programmes.age', "'10-14,15-17'"),
                        'characteristics',
                        {'completion': 'if('
                            ~ 'programmes.is_successfully_completed, '
                            ~ "'completed', 'not_completed')"}
                    ) }}
                ) filter (where programmes.is_successfully_completed is not null)
            ),
            []
        ) as breakdowns
    from programmes
    inner join characteristics
        on
            programmes.calculation_id = characteristics.calculation_id
            and programmes.service = characteristics.service
            and programmes.unit_id = characteristics.unit_id
            and programmes.quarter
            between characteristics.first_quarter and characteristics.last_quarter
    group by
        programmes.calculation_id,
        programmes.service,
        programmes.quarter,
        programmes.unit_id

),

by_group as (

    select
        children.*,
        groups.breakdown,
        list_contains(children.breakdowns, groups.breakdown) as is_in_group
    from children
    cross join groups

),

members as (

    select
        calculation_id,
        service,
        quarter,
        'kpi6' as measure,
        unnest(['{}', '{"completion":"not_completed"}']) as breakdown,
        unit_id,
        unit_part,
        unnest([
            list_contains(completions, 'completed'),
            list_contains(completions, 'not_completed')
        ]) as in_numerator
    from columns
    union all by name
    {{ members(
        'kpi6a', "'{}'", "ypid || '|' || programme_id",
        'coalesce(is_successfully_completed, false)', 'programmes'
    ) }}
    union all by name
    {{ members(
        'kpi6b', breakdown({'completion': 'completion', 'oocd_type': 'oocd_type'}),
        'unit_id', 'is_answer', 'types'
    ) }}
    union all by name
    {{ members('kpi6c', 'breakdown', 'unit_id', 'is_in_group', 'by_group') }}

)

select * from members
