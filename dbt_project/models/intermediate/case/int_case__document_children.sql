with

persons as (

    select * from {{ ref('stg_case_document__persons') }}

),

returns as (

    select * from {{ ref('int_case__document_returns') }}

),

deletions as (

    select
        service,
        ypid,
        max(return_number) as return_number
    from {{ ref('int_case__document_deletions') }}
    group by service, ypid

),

newest_sendings as (

    select
        persons.service,
        persons.ypid,
        returns.source_return_id,
        returns.return_number,
        returns._file_sha256,
        returns._row_number as document_number
    from persons
    inner join returns
        on
            persons.service = returns.service
            and persons.source_return_id = returns.source_return_id
            and persons._file_sha256 = returns._file_sha256
    qualify
        row_number() over (
            partition by persons.service, persons.ypid
            order by returns.return_number desc
        ) = 1

),

document_children as (

    select
        newest_sendings.service,
        newest_sendings.ypid,
        newest_sendings.source_return_id,
        newest_sendings._file_sha256,
        newest_sendings.document_number
    from newest_sendings
    left join deletions
        on
            newest_sendings.service = deletions.service
            and newest_sendings.ypid = deletions.ypid
            -- a deletion beats the child's own record in the same return
            and newest_sendings.return_number <= deletions.return_number
    where deletions.ypid is null

)

select * from document_children
