with

endings as (

    select * from {{ ref('int_orders__endings') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

disposal_types as (

    select * from {{ ref('disposal_types') }}

),

-- one row per child and programme: the most serious outcome, then the latest
programmes as (

    select *
    from endings
    where is_out_of_court and tier in ('Diversion', 'Pre-Court')
    qualify row_number() over (
        partition by calculation_id, service, unit_id, ypid, programme_id
        order by
            seriousness_rank asc nulls last,
            outcome_date desc,
            ypid || '|' || offence_id asc
    ) = 1

),

-- the type is the outcome as resolved; an outcome outside the six is in no type
typed as (

    select
        programmes.*,
        disposal_types.code as oocd_type,
        calculations.kpi6_unit = 'child_per_column' as is_per_column
    from programmes
    inner join calculations
        on programmes.calculation_id = calculations.calculation_id
    left join disposal_types
        on
            programmes.legal_outcome_code = disposal_types.code
            and disposal_types.is_oocd_kpi6 = 'YES'

),

-- a child with one completed and one not is in both, once in the denominator
children as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        case when is_per_column then oocd_type end as unit_part,
        coalesce(bool_or(is_successfully_completed), false) as is_completed,
        coalesce(bool_or(not is_successfully_completed), false) as is_not_completed
    from typed
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
        coalesce(bool_or(is_successfully_completed), false) as is_completed,
        coalesce(bool_or(not is_successfully_completed), false) as is_not_completed
    from typed
    where oocd_type is not null
    group by all

),

members as (

    select
        calculation_id,
        service,
        quarter,
        'kpi6' as measure,
        '{}' as breakdown,
        unit_id,
        unit_part,
        is_completed as in_numerator
    from children
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi6' as measure,
        {{ breakdown({'completion': "'not_completed'"}) }} as breakdown,
        unit_id,
        unit_part,
        is_not_completed as in_numerator
    from children
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi6a' as measure,
        '{}' as breakdown,
        ypid || '|' || programme_id as unit_id,
        null as unit_part,
        coalesce(is_successfully_completed, false) as in_numerator
    from typed
    union all
    select
        types.calculation_id,
        types.service,
        types.quarter,
        'kpi6b' as measure,
        {{ breakdown({
            'completion': 'answers.completion', 'oocd_type': 'types.oocd_type'
        }) }} as breakdown,
        types.unit_id,
        null as unit_part,
        case answers.completion
            when 'completed' then types.is_completed else types.is_not_completed
        end as in_numerator
    from types
    cross join (
        select unnest(['completed', 'not_completed']) as completion
    ) as answers

)

select * from members
