with

source as (

    select * from {{ source('case_system', 'victim_contact_offences') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, victim_contact_id, offence_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

victim_contact_offences as (

    select
        -- ids
        nullif(trim(victim_contact_id), '') as victim_contact_id,
        nullif(trim(offence_id), '') as offence_id,
        nullif(trim(person_id), '') as system_person_id,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from victim_contact_offences
