with

source as (

    select * from {{ source('case_document', 'link_hearing_offence') }}

),

link_hearing_offence as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(hearingid), '') as hearing_id,
        nullif(trim(offenceid), '') as offence_id,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from link_hearing_offence
