with

source as (

    select * from {{ source('niche', 'custody_records') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by custody_ref
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

custody_records as (

    select
        -- ids
        nullif(trim(custody_ref), '') as custody_reference,
        nullif(trim(nominal_id), '') as niche_nominal_id,

        -- texts
        nullif(trim(arrest_reason), '') as arrest_reason,
        nullif(trim(disposal), '') as disposal,

        -- dates
        {{ parse_timestamp('arrest_datetime') }} as arrested_at,
        arrest_datetime as arrested_at_as_sent,
        {{ parse_timestamp('release_datetime') }} as released_at,
        release_datetime as released_at_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from custody_records
