with

offences as (

    select
        *,
        concat_ws('/', offence_date, cjs_code) as offence_said
    from {{ ref('stg_case_system__offences') }}

),

outcomes as (

    select * from {{ ref('stg_case_system__outcomes') }}

),

victim_contact_offences as (

    select * from {{ ref('stg_case_system__victim_contact_offences') }}

),

case_systems as (

    select * from {{ ref('int_switch__case_systems') }}

),

parents as (

    select
        'outcomes' as entity,
        outcomes._supplier,
        outcomes.outcome_id as record_key,
        offences.offence_said as belongs_to
    from case_systems
    inner join outcomes on case_systems.supplier = outcomes._supplier
    inner join offences
        on
            outcomes._supplier = offences._supplier
            and outcomes.offence_id = offences.offence_id
    union all
    select
        'victim_contacts' as entity,
        links._supplier,
        links.victim_contact_id as record_key,
        string_agg(
            offences.offence_said, '+' order by offences.offence_said
        ) as belongs_to
    from case_systems
    inner join victim_contact_offences as links
        on case_systems.supplier = links._supplier
    inner join offences
        on
            links._supplier = offences._supplier
            and links.offence_id = offences.offence_id
    group by links._supplier, links.victim_contact_id

)

select * from parents
