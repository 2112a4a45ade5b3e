with

source as (

    select * from {{ source('service_office', 'victims') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by coalesce(trim(service), ''), trim(victim_id)
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

victims as (

    select
        -- ids
        nullif(trim(service), '') as service,
        trim(victim_id) as victim_id,
        nullif(trim(master_victim_id), '') as master_victim_id,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from victims
