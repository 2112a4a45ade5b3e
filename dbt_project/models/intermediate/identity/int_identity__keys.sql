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
    -- the local number of a case document is the person number of the case system
    -- in force; two systems' numbers may be alike by chance
    select
        'case_system_number' as link_rule,
        case_person_id as key_value,
        record_number
    from records
    where
        supplier = 'case_document'
        or supplier in (select supplier from case_systems)
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
