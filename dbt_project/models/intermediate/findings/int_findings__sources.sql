with

figures as (

    select * from {{ ref('int_measures__sourced_figures') }}

),

-- a rate needs count and base, or the value itself
sources as (

    select
        'DQ-FTE-SOURCE' as finding_code,
        calculation_id,
        service,
        quarter,
        null::varchar as unit_id,
        source as detail
    from figures
    where
        is_stated
        and breakdown = '{}'
        and stated_millionths is null
        and (numerator is null or denominator is null)

)

select * from sources
