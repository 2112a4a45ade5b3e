with

case_systems as (

    select * from {{ ref('int_switch__case_systems') }}

),

persons as (

    select * from {{ ref('stg_case_system__persons') }}

),

records as (

    select * from {{ ref('int_switch__records') }}

),

contacts as (

    select * from {{ ref('stg_case_system__victim_contacts') }}

),

outcomes as (

    select
        _supplier,
        offence_id,
        max(outcome_date) as decided_on
    from {{ ref('stg_case_system__outcomes') }}
    group by _supplier, offence_id

),

nodes as (

    select
        entity,
        supplier,
        system_number,
        record_key,
        dated_on,
        ended_on
    from records
    where entity != 'offences'
    union all
    -- an offence is open until it is decided
    select
        records.entity,
        records.supplier,
        records.system_number,
        records.record_key,
        records.dated_on,
        outcomes.decided_on as ended_on
    from records
    left join outcomes
        on
            records.supplier = outcomes._supplier
            and records.record_key = outcomes.offence_id
    where records.entity = 'offences'
    union all
    select
        'persons' as entity,
        persons._supplier as supplier,
        case_systems.system_number,
        persons.system_person_id as record_key,
        cast(null as date) as dated_on,
        cast(null as date) as ended_on
    from persons
    inner join case_systems on persons._supplier = case_systems.supplier
    union all
    select distinct
        'victims' as entity,
        contacts._supplier as supplier,
        case_systems.system_number,
        contacts.victim_id as record_key,
        cast(null as date) as dated_on,
        cast(null as date) as ended_on
    from contacts
    inner join case_systems on contacts._supplier = case_systems.supplier
    where contacts.victim_id is not null

)

select * from nodes
