with

conformed as (

    select * from {{ ref('int_health__contacts') }}

),

health_contacts as (

    select
        -- ids
        contact_id,
        child_id,

        -- codes
        event_type,
        service_offered,
        referral_reason,

        -- dates
        event_at,
        event_date,
        referral_date,
        referral_end_date,

        -- flags
        is_attended,

        -- lineage
        supplier
    from conformed

)

select * from health_contacts
