with

source as (

    select * from {{ source('school_census', 'addressesoffroll') }}

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

addressesoffroll as (

    select
        -- ids
        nullif(trim(pupilnolongeronrolltableid), '') as pupil_table_id,
        nullif(trim(nativeid), '') as school_id,
        nullif(trim(addressesoffrolltableid), '') as address_table_id,

        -- people
        nullif(trim(postcode), '') as postcode,

        -- measures
        {{ parse_integer('addressesoffrollorderseqcolumn') }} as address_order_number,
        addressesoffrollorderseqcolumn as address_order_number_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from addressesoffroll
