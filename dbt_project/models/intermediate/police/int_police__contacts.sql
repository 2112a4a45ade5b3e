with

occurrences as (

    select * from {{ ref('stg_niche__occurrences') }}

),

custody_records as (

    select * from {{ ref('stg_niche__custody_records') }}

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
    where children.supplier = 'niche'

),

contacts as (

    select
        'occurrence' as contact_kind,
        occurrence_reference as reference,
        niche_nominal_id,
        role_in_offence,
        home_office_code,
        offence_title,
        outcome_type_number,
        offence_date as contact_date,
        outcome_date
    from occurrences
    union all by name
    select
        'custody' as contact_kind,
        custody_reference as reference,
        niche_nominal_id,
        arrest_reason,
        disposal as custody_disposal,
        cast(arrested_at as date) as contact_date,
        arrested_at,
        released_at
    from custody_records

),

police_contacts as (

    select
        -- ids
        {{ record_key([
            'contacts.contact_kind',
            'contacts.reference',
            'contacts.niche_nominal_id'
        ]) }} as contact_id,
        known_children.child_id,

        -- codes
        contacts.contact_kind,
        contacts.role_in_offence,
        contacts.home_office_code,
        contacts.offence_title,
        contacts.outcome_type_number,
        contacts.arrest_reason,
        contacts.custody_disposal,

        -- dates
        contacts.contact_date,
        contacts.outcome_date,
        contacts.arrested_at,
        contacts.released_at,

        -- lineage
        'niche' as supplier
    from contacts
    inner join known_children
        on contacts.niche_nominal_id = known_children.supplier_person_id
    cross join salt

)

select * from police_contacts
