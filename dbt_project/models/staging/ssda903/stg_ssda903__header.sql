with

source as (

    select * from {{ source('ssda903', 'header') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by child
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

header as (

    select
        -- ids
        nullif(trim(child), '') as ssda903_child_id,
        nullif(trim(upn), '') as upn,

        -- people
        {{ parse_date('dob') }} as birth_date,
        {{ is_unreadable_date('dob') }} as is_birth_date_unreadable,

        -- codes
        nullif(trim(sex), '') as sex_source_code,
        upper(nullif(trim(ethnic), '')) as ethnicity_source_code,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from header
