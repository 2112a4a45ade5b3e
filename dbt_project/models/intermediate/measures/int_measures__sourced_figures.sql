with

figures as (

    select * from {{ ref('int_measures__figures') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

stated_figures as (

    select * from {{ ref('stg_service_office__stated_figures') }}
    where measure = 'fte' and period in ('', '12m')

),

-- one source for each figure: a count of ours never stands in for one that another
-- source does not state, nor does our population for its base
sourced as (

    select
        figures.* exclude (numerator, denominator),
        case when figures.measure = 'fte' then calculations.fte_source end as source,
        figures.measure = 'fte' and calculations.fte_source != 'CASE_LEVEL'
            as is_stated,
        figures.numerator as counted_numerator,
        figures.denominator as counted_denominator,
        stated_figures.numerator as stated_numerator,
        stated_figures.denominator as stated_denominator,
        -- six decimal places are more than anybody states
        (stated_figures.stated_value::decimal(24, 6) * 1000000)::hugeint
            as stated_millionths
    from figures
    inner join calculations on figures.calculation_id = calculations.calculation_id
    left join stated_figures
        on
            figures.measure = stated_figures.measure
            and figures.service = stated_figures.service
            and figures.quarter = stated_figures.quarter
            and calculations.fte_source = stated_figures.source
            and figures.breakdown = '{}'

),

sourced_figures as (

    select
        * exclude (
            counted_numerator, counted_denominator, stated_numerator, stated_denominator
        ),
        case when is_stated then stated_numerator else counted_numerator end
            as numerator,
        case when is_stated then stated_denominator else counted_denominator end
            as denominator
    from sourced

)

select * from sourced_figures
