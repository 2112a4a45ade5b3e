with

source as (

    select * from {{ source('service_office', 'budget') }}

),

-- the newest file that names a year tells all of it
latest as (

    select *
    from source
    qualify
        rank() over (
            partition by coalesce(trim(service), ''), {{ starting_year('year') }}
            order by _extract_date desc, _landed_at desc, _file_sha256 asc
        ) = 1

),

budget as (

    select
        -- ids
        nullif(trim(service), '') as service,

        -- codes
        nullif(trim(partner), '') as partner_as_sent,
        nullif(trim(kind), '') as kind_as_sent,

        -- dates
        {{ starting_year('year') }} as starting_year,
        year as starting_year_as_sent,

        -- measures
        {{ parse_decimal('amount_gbp') }} as amount_gbp,
        amount_gbp as amount_gbp_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from budget
