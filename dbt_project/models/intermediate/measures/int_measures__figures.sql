with

grid as (

    select * from {{ ref('int_measures__grid') }}

),

members as (

    select * from {{ ref('int_measures__members') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

populations as (

    select * from {{ ref('int_rules__populations') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

cohort_ends as (

    select * from {{ ref('int_measures__cohort_ends') }}

),

catalogue as (

    select * from {{ ref('measures') }}

),

counts as (

    select
        calculation_id,
        service,
        quarter,
        measure,
        breakdown,
        count(*) filter (where in_numerator) as numerator,
        count(*) filter (where in_denominator) as denominator
    from members
    group by all

),

figures as (

    select
        grid.*,
        calculations.rule_version,
        catalogue.unit,
        catalogue.scale,
        catalogue.decimal_places,
        calculations.low_base,
        calculations.round_mode,
        coalesce(counts.numerator, 0) as numerator,
        case
            when
                catalogue.denominator_kind = 'population'
                and grid.breakdown in ('{}', '{"period":"12m"}')
                then populations.population
            -- a plain count has no base, nor has a part of the population, nor a sum of
            -- attendances, if there was a meeting to attend
            when catalogue.denominator_kind in ('none', 'population') then null
            when
                catalogue.denominator_kind = 'sectors'
                and calculations.kpi8_headline = 'attendances'
                and counts.measure is not null
                then null
            else coalesce(counts.denominator, 0)
        end as denominator,
        -- the base of reoffending is always its cohort
        case
            when catalogue.period = 'cohort'
                then max(counts.denominator) over (
                    partition by
                        grid.calculation_id, grid.service, grid.quarter, grid.breakdown,
                        catalogue.period
                )
            when catalogue.denominator_kind = 'members' then counts.denominator
            else calculations.low_base
        end as base,
        case
            when catalogue.period = 'cohort'
                then case
                    when
                        run_dates.run_date >= (
                            case calculations.final_rule
                                when 'last_reference_date'
                                    then
                                        coalesce(
                                            cohort_ends.last_reference_date,
                                            quarters.end_date
                                        )
                                else quarters.end_date
                            end + to_months(calculations.proof_months)
                        )
                        then 'final'
                    else 'provisional'
                end
        end as state
    from grid
    cross join run_dates
    inner join quarters on grid.quarter = quarters.quarter
    inner join calculations on grid.calculation_id = calculations.calculation_id
    inner join catalogue on grid.measure = catalogue.measure
    left join counts
        on
            grid.calculation_id = counts.calculation_id
            and grid.service = counts.service
            and grid.quarter = counts.quarter
            and grid.measure = counts.measure
            and grid.breakdown = counts.breakdown
    left join cohort_ends
        on
            grid.calculation_id = cohort_ends.calculation_id
            and grid.service = cohort_ends.service
            and grid.quarter = cohort_ends.quarter
            and (grid.breakdown ->> 'period') = cohort_ends.period
    left join populations
        on
            grid.calculation_id = populations.calculation_id
            and grid.service = populations.service
            and grid.quarter = populations.quarter

)

select * from figures
