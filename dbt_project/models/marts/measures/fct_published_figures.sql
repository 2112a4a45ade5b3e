with

published as (

    select * from {{ ref('published_figures') }}

),

catalogue as (

    select * from {{ ref('measures') }}

),

rounded as (

    select
        published.*,
        catalogue.decimal_places,
        case
            when published.denominator > 0
                then {{ rounded(
                    'published.numerator', 'published.denominator',
                    'catalogue.scale', 'catalogue.decimal_places', "'half_up'"
                ) }}
        end as last_places
    from published
    left join catalogue on published.measure = catalogue.measure

),

published_figures as (

    select
        -- ids
        service,
        measure,
        quarter,
        period,

        -- measures
        numerator,
        denominator,
        value,
        unit,
        {{ decimal_text('last_places', 'decimal_places') }} as value_from_counts,

        -- flags
        coalesce(is_denominator_implied, false) as is_denominator_implied,

        -- texts
        published_period,
        source
    from rounded

)

select * from published_figures
