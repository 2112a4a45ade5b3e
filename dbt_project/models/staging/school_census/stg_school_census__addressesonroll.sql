with

source as (

    select * from {{ source('school_census', 'addressesonroll') }}

),

latest as (

    -- a census sent again replaces the whole of its first sending
    select *
    from source
    qualify
        _file_sha256 = first_value(_file_sha256) over (
            partition by _extract_date order by _landed_at desc, _file_sha256 asc
        )

),

addressesonroll as (

    select
        -- ids
        nullif(trim(pupilonrolltableid), '') as pupil_table_id,
        nullif(trim(nativeid), '') as school_id,
        nullif(trim(addressesonrolltableid), '') as address_table_id,

        -- people
        nullif(trim(postcode), '') as postcode,

        -- measures
        {{ parse_integer('addressesonrollorderseqcolumn') }} as address_order_number,
        addressesonrollorderseqcolumn as address_order_number_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from addressesonroll
