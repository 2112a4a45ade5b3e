with

headers as (

    select * from {{ ref('int_national__headers') }}

),

deleted_children as (

    select * from {{ ref('int_case__deleted_children') }}

),

run_date as (

    select * from {{ ref('int_case__run_date') }}

),

deleted_lists as (

    select
        service,
        list(ypid order by ypid) as deleted_ypids
    from deleted_children
    group by service

),

national_headers as (

    select
        -- ids
        headers.service,
        coalesce(
            deleted_lists.deleted_ypids, cast([] as varchar[])
        ) as deleted_ypids,

        -- texts
        headers.document_fields,
        headers.return_fields,

        -- dates
        headers.quarter,
        run_date.run_date as known_date
    from headers
    cross join run_date
    left join deleted_lists on headers.service = deleted_lists.service

)

select * from national_headers
