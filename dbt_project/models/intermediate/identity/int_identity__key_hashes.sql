with

records as (

    select * from {{ ref('int_identity__records') }}

),

own_keys as (

    select * from {{ ref('int_identity__own_keys') }}

),

salt as (

    select * from {{ ref('stg_control__salt') }}

),

persons as (

    select
        records.record_number,
        {{ record_key([
            "'person'", "records.supplier", "records.supplier_person_id"
        ]) }} as person_hash,
        {{ record_key(["'birth_date'", "records.birth_date"]) }} as birth_hash,
        {{ record_key(["'forename'", "records.forename_key"]) }} as forename_hash
    from records
    cross join salt

),

hashed_keys as (

    select
        own_keys.record_number,
        own_keys.link_rule,
        {{ record_key(["own_keys.link_rule", "own_keys.key_value"]) }} as key_hash
    from own_keys
    cross join salt
    union all
    -- the registry's own key, which a person has who has no other
    select
        record_number,
        'registry' as link_rule,
        person_hash as key_hash
    from persons

),

key_hashes as (

    select
        persons.record_number,
        persons.person_hash,
        hashed_keys.link_rule,
        hashed_keys.key_hash,
        persons.birth_hash,
        persons.forename_hash
    from hashed_keys
    inner join persons on hashed_keys.record_number = persons.record_number

)

select * from key_hashes
