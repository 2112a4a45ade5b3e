with

source as (

    select * from {{ source('service_office', 'staffing') }}

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

staffing as (

    select
        -- ids
        nullif(trim(service), '') as service,

        -- codes
        nullif(trim(role), '') as role_as_sent,
        nullif(trim(contract_type), '') as contract_type_as_sent,
        nullif(trim(sex), '') as sex_as_sent,
        nullif(trim(ethnicity), '') as ethnicity_as_sent,

        -- dates
        {{ starting_year('year') }} as starting_year,
        year as starting_year_as_sent,

        -- measures
        {{ parse_decimal('full_time_equivalent') }} as full_time_equivalent,
        full_time_equivalent as full_time_equivalent_as_sent,
        {{ parse_integer('headcount') }} as headcount,
        headcount as headcount_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from staffing
