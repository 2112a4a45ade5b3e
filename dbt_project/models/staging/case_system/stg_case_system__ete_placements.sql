with

source as (

    select * from {{ source('case_system', 'ete_placements') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, ete_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

ete_placements as (

    select
        -- ids
        nullif(trim(ete_id), '') as ete_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(provision_type), '') as provision_type_text,
        nullif(trim(suitability), '') as suitability_text,

        -- measures
        try_cast(nullif(trim(hours_offered), '') as double) as hours_offered,
        hours_offered as hours_offered_as_sent,
        try_cast(nullif(trim(hours_attended), '') as double) as hours_attended,
        hours_attended as hours_attended_as_sent,

        -- dates
        {{ parse_date('start_date') }} as start_date,
        start_date as start_date_as_sent,
        {{ parse_date('end_date') }} as end_date,
        end_date as end_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from ete_placements
