with

figures as (

    select * from {{ ref('int_measures__figures') }}

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
        case
            when denominator is not null
                then {{ decimal_text('last_places', 'decimal_places') }}
            else numerator::varchar
        end as value,
        state,

        -- flags
        coalesce(base, 0) < low_base as is_low_base
    from rounded

)

select * from measures
