with

returns as (

    select * from {{ ref('stg_case_document__returns') }}

),

knowledge as (

    select * from {{ ref('stg_control__knowledge') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

known_returns as (

    select returns.*
    from returns
    cross join knowledge
    inner join case_systems on case_systems.supplier = 'case_document'
    where
        knowledge.as_known_at is null
        or returns.signoff_date <= knowledge.as_known_at

),

document_returns as (

    select
        -- ids
        service,
        source_return_id,

        -- numbers compare as numbers; the same return sent again counts as newer
        row_number() over (
            partition by service
            order by
                return_start_date nulls first,
                return_end_date nulls first,
                signoff_date nulls first,
                try_cast(source_return_id as bigint) nulls first,
                source_return_id,
                _landed_at,
                _file_sha256,
                _row_number
        ) as return_number,

        -- texts
        deleted_ypids_json,

        -- dates
        return_start_date,
        return_end_date,
        signoff_date,

        -- lineage
        _file_sha256,
        _row_number,
        _landed_at
    from known_returns

)

select * from document_returns
