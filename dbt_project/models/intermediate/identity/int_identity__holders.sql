with

persons as (

    select
        records.record_number,
        records.supplier,
        records.supplier_person_id,
        key_hashes.person_hash
    from {{ ref('int_identity__records') }} as records
    inner join {{ ref('int_identity__key_hashes') }} as key_hashes
        on
            records.record_number = key_hashes.record_number
            and key_hashes.link_rule = 'registry'

),

identities as (

    select * from {{ ref('stg_control__identities') }}

),

identity_keys as (

    select * from {{ ref('stg_control__identity_keys') }}

),

remembered as (

    select * from {{ ref('int_identity__remembered') }}

),

first_registrations as (

    select * from {{ ref('int_identity__first_registrations') }}

),

all_holders as (

    select
        record_number,
        child_id,
        person_hash,
        same_count,
        different_count = 0 as is_plain
    from remembered
    where link_rule = 'registry'
    union all
    -- registered before there were keys to remember: believed as it stands
    select
        persons.record_number,
        identities.child_id,
        persons.person_hash,
        0 as same_count,
        true as is_plain
    from identities
    inner join persons
        on
            identities.supplier = persons.supplier
            and identities.supplier_person_id = persons.supplier_person_id
    anti join identity_keys
        on
            persons.person_hash = identity_keys.person_hash
            and identities.child_id = identity_keys.child_id

),

compared_holders as (

    select
        record_number,
        child_id,
        person_hash,
        max(same_count) as same_count,
        bool_or(is_plain) as is_plain
    from all_holders
    group by record_number, child_id, person_hash

),

-- where two would do, the one more like the record, or the elder
holders as (

    select
        compared_holders.record_number,
        compared_holders.child_id,
        compared_holders.person_hash,
        compared_holders.is_plain
        and row_number() over (
            partition by compared_holders.record_number
            order by
                compared_holders.is_plain desc,
                compared_holders.same_count desc,
                first_registrations.registered_at asc,
                compared_holders.child_id asc
        ) = 1 as is_believed
    from compared_holders
    inner join first_registrations
        on compared_holders.child_id = first_registrations.child_id

)

select * from holders
