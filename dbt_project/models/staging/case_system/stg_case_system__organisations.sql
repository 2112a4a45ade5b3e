with

source as (

    select * from {{ source('case_system', 'organisations') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, org_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

organisations as (

    select
        -- ids
        nullif(trim(org_id), '') as organisation_id,
        nullif(trim(yot_ou_code), '') as yot_ou_code,

        -- texts
        nullif(trim(org_name), '') as organisation_name,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from organisations
