with

source as (

    select * from {{ source('service_office', 'stated_figures') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by
                lower(trim(service)),
                lower(trim(measure)),
                upper(trim(quarter)),
                upper(trim(source)),
                coalesce(lower(trim(period)), '')
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

stated_figures as (

    select
        -- ids
        trim(service) as service,
        lower(trim(measure)) as measure,

        -- codes
        upper(trim(quarter)) as quarter,
        coalesce(lower(trim(period)), '') as period,
        upper(trim(source)) as source,

        -- measures
        try_cast(trim(numerator) as bigint) as numerator,
        numerator as numerator_as_sent,
        try_cast(trim(denominator) as bigint) as denominator,
        denominator as denominator_as_sent,
        try_cast(trim(value) as double) as stated_value,
        value as stated_value_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from stated_figures
