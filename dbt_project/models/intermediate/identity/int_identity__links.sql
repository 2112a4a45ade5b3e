with

keys as (

    select * from {{ ref('int_identity__keys') }}

),

records as (

    select * from {{ ref('int_identity__records') }}

),

key_members as (

    select
        keys.link_rule,
        keys.key_value,
        keys.record_number,
        records.birth_date,
        records.forename_key
    from keys
    inner join records on keys.record_number = records.record_number

),

-- only where birth dates and forenames both differ can a key join two children
key_groups as (

    select
        link_rule,
        key_value,
        min(record_number) as first_record_number,
        link_rule != 'registry'
        and count(distinct birth_date) > 1
        and count(distinct forename_key) > 1 as is_doubtful
    from key_members
    group by link_rule, key_value

),

plain_links as (

    select
        key_groups.link_rule,
        key_groups.first_record_number as record_number,
        keys.record_number as linked_record_number,
        false as is_conflict
    from keys
    inner join key_groups
        on
            keys.link_rule = key_groups.link_rule
            and keys.key_value = key_groups.key_value
    where
        not key_groups.is_doubtful
        and keys.record_number != key_groups.first_record_number

),

doubtful_pairs as (

    select
        firsts.link_rule,
        firsts.key_value,
        firsts.record_number,
        seconds.record_number as linked_record_number,
        coalesce(
            firsts.birth_date != seconds.birth_date
            and firsts.forename_key != seconds.forename_key,
            false
        ) as is_conflict,
        coalesce(
            firsts.birth_date = seconds.birth_date
            and firsts.forename_key = seconds.forename_key,
            false
        ) as is_agreed
    from key_members as firsts
    inner join key_groups
        on
            firsts.link_rule = key_groups.link_rule
            and firsts.key_value = key_groups.key_value
            and key_groups.is_doubtful
    inner join key_members as seconds
        on
            firsts.link_rule = seconds.link_rule
            and firsts.key_value = seconds.key_value
            and firsts.record_number < seconds.record_number

),

-- once a key has joined two children it is believed only where all else agrees
doubtful_links as (

    select
        link_rule,
        record_number,
        linked_record_number,
        is_conflict
    from doubtful_pairs
    qualify
        is_conflict
        or is_agreed
        or not bool_or(is_conflict) over (partition by link_rule, key_value)

),

links as (

    -- two may share several keys of one rule, such as two postcodes
    select * from plain_links
    union
    select * from doubtful_links

)

select * from links
