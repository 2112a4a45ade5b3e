with

source as (

    select * from {{ source('school_census', 'termlysessiondetailsonroll') }}

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

termlysessiondetailsonroll as (

    select
        -- ids
        nullif(trim(pupilonrolltableid), '') as pupil_table_id,
        nullif(trim(nativeid), '') as school_id,
        nullif(trim(termlysessiondetailsonrolltableid), '') as session_detail_table_id,

        -- codes
        upper(nullif(trim(attendancereason), '')) as attendance_reason_code,

        -- measures
        try_cast(nullif(trim(sessions), '') as double) as sessions_count,
        sessions as sessions_count_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from termlysessiondetailsonroll
