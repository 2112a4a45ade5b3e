with

returns as (

    select * from {{ ref('int_case__document_returns') }}

),

listed as (

    select
        service,
        return_number,
        {{ deleted_ypids('deleted_ypids_json') }} as ypid,
        _file_sha256,
        _row_number
    from returns

),

document_deletions as (

    select *
    from listed
    where ypid != ''

)

select * from document_deletions
