with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows(
        'victim_contacts', key='victim_contact_id',
        references={'victims': 'victim_id'}
    ) }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__victim_interventions') }}

),

listed as (

    select * from {{ ref('int_office__listed_victims') }}

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.victim_contact_id as victim_intervention_id,
        recorded.victim_id,

        -- codes
        recorded.consent_code,
        recorded.view_prior_code,
        recorded.progress_requested_code,
        recorded.progress_provided_code,
        recorded.support_requested_code,
        recorded.support_provided_code,
        recorded.engaged_rj_code,

        -- dates
        recorded.contact_date,
        recorded.progress_requested_date,
        recorded.progress_provided_date,
        recorded.engaged_rj_start_date,
        recorded.engaged_rj_end_date,

        -- lineage
        recorded._supplier,
        recorded._entity,
        recorded._file_sha256,
        recorded._row_number
    from system_recorded as recorded
    inner join system_children as children
        on
            recorded._supplier = children._supplier
            and recorded.system_person_id = children.system_person_id

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.victim_intervention_id,
        recorded.victim_id,

        -- codes
        recorded.consent_code,
        recorded.view_prior_code,
        recorded.progress_requested_code,
        recorded.progress_provided_code,
        recorded.support_requested_code,
        recorded.support_provided_code,
        recorded.engaged_rj_code,

        -- dates
        recorded.contact_date,
        recorded.progress_requested_date,
        recorded.progress_provided_date,
        recorded.engaged_rj_start_date,
        recorded.engaged_rj_end_date,

        -- lineage
        'case_document' as _supplier,
        'victim_interventions' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from document_recorded as recorded
    inner join document_children as children
        on
            recorded.service = children.service
            and recorded.ypid = children.ypid
            and recorded.source_return_id = children.source_return_id
            and recorded._file_sha256 = children._file_sha256

),

all_rows as (

    select * from system_rows
    union all
    select * from document_rows

),

-- one victim may have several ids, one for each child: the service's list joins them
victim_interventions as (

    select
        all_rows.*,
        coalesce(listed.master_victim_id, all_rows.victim_id) as master_victim_id
    from all_rows
    left join listed
        on
            all_rows.service = listed.service
            and all_rows.victim_id = listed.victim_id

)

select * from victim_interventions
