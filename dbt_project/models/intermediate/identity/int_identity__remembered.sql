with

today as (

    select * from {{ ref('int_identity__key_hashes') }}

),

identity_keys as (

    select * from {{ ref('stg_control__identity_keys') }}

),

-- a number that its supplier has corrected since tells nobody; addresses are many
standing_keys as (

    select *
    from identity_keys
    qualify
        link_rule in ('registry', 'name_birth_date_postcode')
        or registered_at = max(registered_at) over (
            partition by person_hash, child_id, link_rule
        )

),

shared_keys as (

    select
        today.record_number,
        today.link_rule,
        today.key_hash,
        today.birth_hash,
        today.forename_hash,
        standing_keys.child_id,
        standing_keys.person_hash,
        standing_keys.birth_hash as birth_hash_before,
        standing_keys.forename_hash as forename_hash_before
    from today
    inner join standing_keys
        on
            today.link_rule = standing_keys.link_rule
            and today.key_hash = standing_keys.key_hash

),

-- only where birth dates and forenames both differ can a key have joined two children
doubtful_keys as (

    select
        link_rule,
        key_hash
    from (
        select
            link_rule,
            key_hash,
            birth_hash,
            forename_hash
        from today
        union all
        select
            link_rule,
            key_hash,
            birth_hash,
            forename_hash
        from standing_keys
    ) as all_keys
    group by link_rule, key_hash
    having count(distinct birth_hash) > 1 and count(distinct forename_hash) > 1

),

-- where one of the two is not known, they neither agree nor differ
remembered as (

    select
        shared_keys.record_number,
        shared_keys.link_rule,
        shared_keys.key_hash,
        shared_keys.child_id,
        shared_keys.person_hash,
        shared_keys.birth_hash_before,
        shared_keys.forename_hash_before,
        coalesce(cast(birth_hash = birth_hash_before as integer), 0)
        + coalesce(cast(forename_hash = forename_hash_before as integer), 0)
            as same_count,
        coalesce(cast(birth_hash != birth_hash_before as integer), 0)
        + coalesce(cast(forename_hash != forename_hash_before as integer), 0)
            as different_count,
        doubtful_keys.key_hash is not null as is_doubtful
    from shared_keys
    left join doubtful_keys
        on
            shared_keys.link_rule = doubtful_keys.link_rule
            and shared_keys.key_hash = doubtful_keys.key_hash

)

select * from remembered
