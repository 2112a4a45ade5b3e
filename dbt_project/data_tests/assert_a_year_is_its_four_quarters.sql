-- A yearly KPI is the sum of its four quarters; where a child counts once a year it is
-- at most that, and at least the largest of them.
with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

figures as (

    select * from {{ ref('fct_measures') }}
    where starts_with(measure, 'kpi')

),

years as (

    select
        figures.*,
        sum(parts.numerator) as numerator_of_quarters,
        sum(parts.denominator) as denominator_of_quarters,
        max(parts.denominator) as largest_denominator
    from figures
    inner join quarters on figures.quarter = quarters.quarter
    inner join quarters as part_quarters
        on
            part_quarters.start_date
            between quarters.year_start_date and quarters.start_date
    inner join figures as parts
        on
            figures.calculation_id = parts.calculation_id
            and figures.service = parts.service
            and figures.measure = parts.measure
            and part_quarters.quarter = parts.quarter
            and parts.breakdown = '{}'
    where figures.breakdown = '{"period":"12m"}'
    group by all

)

select years.*
from years
inner join calculations on years.calculation_id = calculations.calculation_id
where
    years.numerator > years.numerator_of_quarters
    or (
        years.measure != 'kpi9'
        and (
            years.denominator > years.denominator_of_quarters
            or years.denominator < years.largest_denominator
        )
    )
    or (
        not calculations.is_once_a_year
        and (
            years.numerator != years.numerator_of_quarters
            or (
                years.measure != 'kpi9'
                and years.denominator != years.denominator_of_quarters
            )
        )
    )
