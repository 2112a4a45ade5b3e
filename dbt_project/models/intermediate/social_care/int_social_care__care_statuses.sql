with

episodes as (

    select * from {{ ref('stg_ssda903__episodes') }}

),

children as (

    select *
    from {{ ref('int_identity__children') }}
    where supplier = 'ssda903'

),

care_statuses as (

    select
        -- ids
        children.child_id,

        -- codes
        'Care experienced child' as status_text,
        episodes.legal_status_code,
        episodes.placement_code,

        -- dates
        episodes.start_date,
        episodes.end_date,

        -- lineage
        'ssda903' as _supplier,
        'episodes' as _entity,
        episodes._file_sha256,
        episodes._row_number
    from episodes
    inner join children
        on episodes.ssda903_child_id = children.supplier_person_id
    where episodes.start_date is not null

)

select * from care_statuses
