with

source as (

    select * from {{ source('school_census', 'pupilnolongeronroll') }}

),

latest as (

    -- a census sent again replaces the whole of its first sending
    select source.*
    from source
    inner join {{ latest_sendings('source') }} as sendings
        on
            source._extract_date = sendings._extract_date
            and source._file_sha256 = sendings._file_sha256

),

pupilnolongeronroll as (

    select
        -- ids
        nullif(trim(pupilnolongeronrolltableid), '') as pupil_table_id,
        nullif(trim(nativeid), '') as school_id,
        nullif(trim(upn), '') as upn,
        nullif(trim(studid), '') as education_number,

        -- people
        nullif(trim(surname), '') as surname,
        nullif(trim(forename), '') as forename,
        {{ parse_date('dob') }} as birth_date,
        {{ is_unreadable_date('dob') }} as is_birth_date_unreadable,

        -- codes
        upper(nullif(trim(sex), '')) as sex_source_code,

        -- dates
        {{ parse_date('entrydate') }} as entry_date,
        entrydate as entry_date_as_sent,
        {{ parse_date('leavingdate') }} as leaving_date,
        leavingdate as leaving_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from pupilnolongeronroll
