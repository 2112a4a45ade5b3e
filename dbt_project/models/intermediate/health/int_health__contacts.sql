with

events as (

    select * from {{ ref('stg_systmone__events') }}

),

referrals as (

    select * from {{ ref('stg_systmone__referrals') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('stg_control__salt') }}

),

known_children as (

    select distinct
        children.supplier,
        children.supplier_person_id,
        children.child_id
    from children
    semi join case_children on children.child_id = case_children.child_id
    where children.supplier = 'systmone'

),

health_contacts as (

    select
        -- ids
        {{ record_key(['events.event_id']) }} as contact_id,
        known_children.child_id,

        -- codes
        events.event_type,
        referrals.service_offered,
        referrals.referral_reason,

        -- dates
        events.event_at,
        cast(events.event_at as date) as event_date,
        referrals.referral_date,
        referrals.end_date as referral_end_date,

        -- flags
        coalesce({{ parse_boolean('events.attended') }}, false) as is_attended,

        -- lineage
        'systmone' as supplier
    from events
    inner join known_children
        on events.systmone_patient_id = known_children.supplier_person_id
    left join referrals on events.referral_id = referrals.referral_id
    cross join salt

)

select * from health_contacts
