with

source as (

    select * from {{ source('case_system', 'hearings') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, hearing_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

hearings as (

    select
        -- ids
        nullif(trim(hearing_id), '') as hearing_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(court_name), '') as court_name,
        nullif(trim(court_type), '') as court_type,
        nullif(trim(remand_decision), '') as remand_decision_text,

        -- dates
        {{ parse_date('hearing_date') }} as hearing_date,
        hearing_date as hearing_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from hearings
