with

source as (

    select * from {{ source('core_plus', 'transfers') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by transfer_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

transfers as (

    select
        -- ids
        nullif(trim(transfer_id), '') as transfer_id,
        nullif(trim(person_id), '') as core_plus_person_id,

        -- texts
        nullif(trim(transfer_type), '') as transfer_text,

        -- dates
        {{ parse_date('transfer_date') }} as transfer_date,
        transfer_date as transfer_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from transfers
