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
        catalogue.denominator_kind = 'population' as is_per_population,
        calculations.low_base,
        coalesce(counts.numerator, 0) as numerator,
        case
            when catalogue.denominator_kind = 'population' then populations.population
            else coalesce(counts.denominator, 0)
        end as denominator
    from grid
    inner join calculations on grid.calculation_id = calculations.calculation_id
    inner join catalogue on grid.measure = catalogue.measure
    left join counts
        on
            grid.calculation_id = counts.calculation_id
            and grid.service = counts.service
            and grid.quarter = counts.quarter
            and grid.measure = counts.measure
            and grid.breakdown = counts.breakdown
    left join populations
        on
            grid.calculation_id = populations.calculation_id
            and grid.service = populations.service
            and grid.quarter = populations.quarter

),

rounded as (

    select
        *,
        case
            when denominator > 0
                then
                    {{ half_up('numerator', 'denominator', 'scale', 'decimal_places') }}
        end as last_places
    from figures

),

measures as (

    select
        -- ids
        measure,
        calculation_id,
        rule_version,
        service,
        quarter,
        breakdown,

        -- measures
        unit,
        numerator::bigint as numerator,
        denominator::bigint as denominator,
        {{ decimal_text('last_places', 'decimal_places') }} as value,
        null::varchar as state,

        -- flags
        not is_per_population and coalesce(denominator < low_base, false)
            as is_low_base
    from rounded

)

select * from measures
