with

active_days as (

    select * from {{ ref('int_national__active_days') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

headers as (

    select * from {{ ref('int_national__headers') }}

),

active_quarters as (

    select distinct
        service,
        ypid,
        {{ quarter_label('quarter_start') }} as quarter
    from (
        select
            service,
            ypid,
            cast(
                unnest(
                    generate_series(
                        cast(date_trunc('quarter', first_day) as timestamp),
                        cast(last_day as timestamp),
                        interval 3 month
                    )
                ) as date
            ) as quarter_start
        from active_days
    ) as quarters

),

-- a child that the service recorded twice is counted from both records
whole_children as (

    select distinct
        records.service,
        records.ypid,
        active_quarters.quarter
    from active_quarters
    inner join case_children as active
        on
            active_quarters.service = active.service
            and active_quarters.ypid = active.ypid
    inner join case_children as records
        on
            active.service = records.service
            and active.child_id = records.child_id

),

newest_return_children as (

    select
        children.service,
        children.ypid,
        headers.quarter
    from document_children as children
    inner join headers
        on
            children.service = headers.service
            and children._file_sha256 = headers._file_sha256
            and children.document_number = headers.document_number
    where headers.quarter is not null

),

quarter_children as (

    select
        coalesce(named.service, active.service) as service,
        coalesce(named.quarter, active.quarter) as quarter,
        coalesce(named.ypid, active.ypid) as ypid,
        named.ypid is not null as is_in_newest_return
    from whole_children as active
    full join newest_return_children as named
        on
            active.service = named.service
            and active.ypid = named.ypid
            and active.quarter = named.quarter

)

select * from quarter_children
