with

conformed as (

    select * from {{ ref('int_police__contacts') }}

),

police_contacts as (

    select
        -- ids
        contact_id,
        child_id,

        -- codes
        contact_kind,
        role_in_offence,
        home_office_code,
        offence_title,
        outcome_type_number,
        arrest_reason,
        custody_disposal,

        -- dates
        contact_date,
        outcome_date,
        arrested_at,
        released_at,

        -- lineage
        supplier
    from conformed

)

select * from police_contacts
