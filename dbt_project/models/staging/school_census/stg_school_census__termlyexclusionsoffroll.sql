with

source as (

    select * from {{ source('school_census', 'termlyexclusionsoffroll') }}

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

termlyexclusionsoffroll as (

    select
        -- ids
        nullif(trim(pupilnolongeronrolltableid), '') as pupil_table_id,
        nullif(trim(nativeid), '') as school_id,
        nullif(trim(termlyexclusionsoffrolltableid), '') as exclusion_table_id,

        -- codes
        upper(nullif(trim(category), '')) as category_code,
        upper(nullif(trim(reason1), '')) as reason_code,

        -- measures
        try_cast(nullif(trim(sessions), '') as double) as sessions_count,
        sessions as sessions_count_as_sent,

        -- dates
        {{ parse_date('startdate') }} as start_date,
        startdate as start_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from termlyexclusionsoffroll
