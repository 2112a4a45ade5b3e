with

records as (

    select * from {{ ref('int_identity__records') }}

),

own_keys as (

    select * from {{ ref('int_identity__own_keys') }}

),

registered as (

    select * from {{ ref('int_identity__registered') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

-- numbers of persons that records of several suppliers or systems repeat
repeated_numbers as (

    -- the local number of a case document is the person number of the case system of
    -- its day; two systems' numbers may be alike by chance
    select
        'case_system_number' as link_rule,
        case_systems.supplier,
        records.case_person_id as supplier_person_id,
        records.record_number,
        records.birth_date,
        records.supplier = case_systems.supplier as is_own
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
        earlier.supplier,
        case
            when records.supplier = later.supplier then records.previous_person_id
            else records.supplier_person_id
        end as supplier_person_id,
        records.record_number,
        records.birth_date,
        records.supplier = earlier.supplier as is_own
    from case_systems as later
    inner join case_systems as earlier
        on later.system_number = earlier.system_number + 1
    inner join records on records.supplier in (earlier.supplier, later.supplier)

),

reused_numbers as (

    select
        records.supplier,
        records.supplier_person_id
    from records
    inner join registered on records.record_number = registered.record_number
    where registered.is_number_reused

),

all_keys as (

    select
        link_rule,
        key_value,
        record_number
    from own_keys
    union all
    -- a number that two children had in turn tells only with the birth date, and
    -- nothing of a record that repeats it and is known to be somebody
    select
        repeated_numbers.link_rule,
        repeated_numbers.supplier || '|' || repeated_numbers.supplier_person_id || case
            when reused_numbers.supplier is null then ''
            when repeated_numbers.is_own or registered.child_id is null
                then '|' || repeated_numbers.birth_date
        end as key_value,
        repeated_numbers.record_number
    from repeated_numbers
    left join reused_numbers
        on
            repeated_numbers.supplier = reused_numbers.supplier
            and repeated_numbers.supplier_person_id
            = reused_numbers.supplier_person_id
    left join registered
        on repeated_numbers.record_number = registered.record_number
    union all
    select
        'registry' as link_rule,
        child_id as key_value,
        record_number
    from registered

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
