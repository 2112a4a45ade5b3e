with

on_roll as (

    select * from {{ ref('stg_school_census__pupilonroll') }}

),

off_roll as (

    select * from {{ ref('stg_school_census__pupilnolongeronroll') }}

),

on_roll_addresses as (

    select * from {{ ref('stg_school_census__addressesonroll') }}

),

off_roll_addresses as (

    select * from {{ ref('stg_school_census__addressesoffroll') }}

),

addresses as (

    select
        *,
        true as is_on_roll
    from on_roll_addresses
    union all
    select
        *,
        false as is_on_roll
    from off_roll_addresses

),

first_addresses as (

    select
        _extract_date,
        school_id,
        pupil_table_id,
        is_on_roll,
        min_by(postcode, address_order_number) as postcode
    from addresses
    group by _extract_date, school_id, pupil_table_id, is_on_roll

),

pupil_rows as (

    select
        school_id,
        pupil_table_id,
        upn,
        education_number,
        surname,
        forename,
        birth_date,
        is_birth_date_unreadable,
        sex_source_code,
        send_provision_code,
        entry_date,
        cast(null as date) as leaving_date,
        true as is_on_roll,
        'pupilonroll' as _entity,
        _file_sha256,
        _row_number,
        _extract_date
    from on_roll
    union all
    select
        school_id,
        pupil_table_id,
        upn,
        education_number,
        surname,
        forename,
        birth_date,
        is_birth_date_unreadable,
        sex_source_code,
        cast(null as varchar) as send_provision_code,
        entry_date,
        leaving_date,
        false as is_on_roll,
        'pupilnolongeronroll' as _entity,
        _file_sha256,
        _row_number,
        _extract_date
    from off_roll

),

pupils as (

    select
        -- ids: a pupil keeps the UPN from school to school; rows without one of the
        -- right shape can only be told apart within their own census
        case
            when regexp_full_match(upper(pupil_rows.upn), '[A-Z][0-9]{11}[0-9A-Z]')
                then upper(pupil_rows.upn)
            else pupil_rows.school_id || '|' || pupil_rows.pupil_table_id
        end as supplier_person_id,
        pupil_rows.*,
        first_addresses.postcode
    from pupil_rows
    left join first_addresses
        on
            pupil_rows._extract_date = first_addresses._extract_date
            and pupil_rows.school_id = first_addresses.school_id
            and pupil_rows.pupil_table_id = first_addresses.pupil_table_id
            and pupil_rows.is_on_roll = first_addresses.is_on_roll

)

select * from pupils
