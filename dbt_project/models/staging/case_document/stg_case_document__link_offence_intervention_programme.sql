with

source as (

    select * from {{ source('case_document', 'link_offence_intervention_programme') }}

),

link_offence_intervention_programme as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(offenceid), '') as offence_id,
        nullif(trim(interventionprogrammeid), '') as programme_id,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from link_offence_intervention_programme
