with

source as (

    select * from {{ source('case_system', 'transfers') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, transfer_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

transfers as (

    select
        -- ids
        nullif(trim(transfer_id), '') as transfer_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(transfer_type), '') as transfer_text,

        -- dates
        {{ parse_date('transfer_date') }} as transfer_date,
        transfer_date as transfer_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from transfers
