with

records as (

    select * from {{ ref('int_identity__records') }}

),

postcodes as (

    select * from {{ ref('int_identity__postcodes') }}

),

registered as (

    select * from {{ ref('stg_control__identities') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

all_keys as (

    select
        'nhs_number' as link_rule,
        nhs_number as key_value,
        record_number
    from records
    union all
    select
        'upn' as link_rule,
        upn as key_value,
        record_number
    from records
    union all
    -- the number of a base that schools and the case system share; it must be the same
    -- base on both sides, so only what a source gives as that number is in the column
    select
        'education_number' as link_rule,
        education_number as key_value,
        record_number
    from records
    union all
    select
        'pnc_number' as link_rule,
        pnc_number as key_value,
        record_number
    from records
    union all
    select
        'name_birth_date_postcode' as link_rule,
        concat_ws(
            '|',
            records.surname_key,
            records.forename_key,
            records.birth_date,
            postcodes.postcode_key
        ) as key_value,
        records.record_number
    from records
    inner join postcodes on records.record_number = postcodes.record_number
    -- twins without a forename would be one child
    where
        records.surname_key is not null
        and records.forename_key is not null
        and records.birth_date is not null
    union all
    -- the local number of a case document is the person number of the case system of
    -- its day; two systems' numbers may be alike by chance
    select
        'case_system_number' as link_rule,
        case_systems.supplier || '|' || records.case_person_id as key_value,
        records.record_number
    from records
    inner join case_systems
        on
            records.supplier = case_systems.supplier
            or (
                records.supplier = 'case_document'
                and records.known_on
                between case_systems.valid_from and case_systems.valid_to
            )
    union all
    -- a new system may keep the number that the child had in the one before it
    select
        'previous_person_id' as link_rule,
        earlier.supplier || '|' || case
            when records.supplier = later.supplier then records.previous_person_id
            else records.supplier_person_id
        end as key_value,
        records.record_number
    from case_systems as later
    inner join case_systems as earlier
        on later.system_number = earlier.system_number + 1
    inner join records on records.supplier in (earlier.supplier, later.supplier)
    union all
    -- an id that is empty, holds a space or says N/A identifies nobody
    select
        'originating_id_birth_date' as link_rule,
        originating_yot_person_id || '|' || birth_date as key_value,
        record_number
    from records
    where
        originating_yot_person_id not like '% %'
        and upper(originating_yot_person_id) != 'N/A'
    union all
    select
        'registry' as link_rule,
        registered.child_id as key_value,
        records.record_number
    from records
    inner join registered
        on
            records.supplier = registered.supplier
            and records.supplier_person_id = registered.supplier_person_id

),

keys as (

    select
        link_rule,
        key_value,
        record_number
    from all_keys
    where key_value is not null
    -- a key that one record alone has links nothing
    qualify count(*) over (partition by link_rule, key_value) > 1

)

select * from keys
