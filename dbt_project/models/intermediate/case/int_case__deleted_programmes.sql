with

persons as (

    select * from {{ ref('stg_case_document__persons') }}

),

returns as (

    select * from {{ ref('int_case__document_returns') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

programmes as (

    select * from {{ ref('stg_case_document__intervention_programmes') }}

),

-- sent once and not there now: deleted since, by that return or a newer one
last_sendings as (

    select
        persons.service,
        persons.ypid,
        returns.source_return_id,
        returns._file_sha256
    from persons
    inner join returns
        on
            persons.service = returns.service
            and persons.source_return_id = returns.source_return_id
            and persons._file_sha256 = returns._file_sha256
    anti join document_children
        on
            persons.service = document_children.service
            and persons.ypid = document_children.ypid
    qualify
        row_number() over (
            partition by persons.service, persons.ypid
            order by returns.return_number desc
        ) = 1

),

deleted_programmes as (

    select
        -- ids
        programmes.service,
        programmes.ypid,
        programmes.programme_id,

        -- codes
        programmes.disposal_type_code,

        -- dates
        programmes.start_date,
        programmes.end_date
    from programmes
    inner join last_sendings
        on
            programmes.service = last_sendings.service
            and programmes.ypid = last_sendings.ypid
            and programmes.source_return_id = last_sendings.source_return_id
            and programmes._file_sha256 = last_sendings._file_sha256

)

select * from deleted_programmes
