with

records as (

    select * from {{ ref('int_identity__records') }}

),

postcodes as (

    select * from {{ ref('int_identity__postcodes') }}

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
    -- an id that is empty, holds a space or says N/A identifies nobody
    select
        'originating_id_birth_date' as link_rule,
        originating_yot_person_id || '|' || birth_date as key_value,
        record_number
    from records
    where
        originating_yot_person_id not like '% %'
        and upper(originating_yot_person_id) != 'N/A'

),

own_keys as (

    select
        link_rule,
        key_value,
        record_number
    from all_keys
    where key_value is not null

)

select * from own_keys
