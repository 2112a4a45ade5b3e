with

figures as (

    select * from {{ ref('int_measures__sourced_figures') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

default_versions as (

    select * from {{ ref('int_rules__default_versions') }}

),

series_breaks as (

    select * from {{ ref('int_rules__series_breaks') }}

),

rounded as (

    select
        *,
        case
            when denominator > 0 and numerator is not null
                then
                    {{ rounded(
                        'numerator', 'denominator', 'scale', 'decimal_places',
                        'round_mode'
                    ) }}
            when stated_millionths is not null
                then
                    {{ rounded(
                        'stated_millionths', '1000000', '1', 'decimal_places',
                        'round_mode'
                    ) }}
        end as last_places
    from figures

),

measures as (

    select
        -- ids
        rounded.measure,
        rounded.calculation_id,
        rounded.rule_version,
        rounded.service,
        rounded.quarter,
        rounded.breakdown,

        -- codes
        rounded.source,

        -- measures
        unit,
        numerator::bigint as numerator,
        denominator::bigint as denominator,
        case
            when denominator is not null or is_stated
                then {{ decimal_text('last_places', 'decimal_places') }}
            else numerator::varchar
        end as value,
        state,

        -- flags
        coalesce(base, 0) < rounded.low_base as is_low_base,
        quarters.is_experimental
        and (
            starts_with(rounded.measure, 'kpi')
            or rounded.measure = 'remand_four_weeks'
        ) as is_experimental,
        default_versions.quarter is not null as is_default_version,
        coalesce(series_breaks.quarter = rounded.quarter, false) as is_series_break
    from rounded
    inner join quarters on rounded.quarter = quarters.quarter
    left join default_versions
        on
            rounded.quarter = default_versions.quarter
            and rounded.calculation_id = default_versions.calculation_id
    left join series_breaks
        on
            rounded.calculation_id = series_breaks.calculation_id
            and rounded.measure = series_breaks.measure

)

select * from measures
