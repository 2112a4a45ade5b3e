with

offences as (

    select * from {{ ref('int_orders__victim_offences') }}

),

links as (

    select * from {{ ref('int_case__victim_offences') }}

),

interventions as (

    select * from {{ ref('int_case__victim_interventions') }}

),

victims as (

    select distinct
        offences.calculation_id,
        offences.service,
        offences.quarter,
        offences.unit_id as child_unit_id,
        interventions.master_victim_id as victim_id,
        interventions.ypid || '|' || interventions.victim_intervention_id
            as intervention_unit_id,
        coalesce(upper(interventions.consent_code) = 'YES', false) as is_consent,
        coalesce(upper(interventions.engaged_rj_code) = 'YES', false) as is_engaged,
        coalesce(upper(interventions.view_prior_code) = 'YES', false) as is_view,
        coalesce(upper(interventions.progress_requested_code) = 'YES', false)
            as is_progress_asked,
        coalesce(upper(interventions.progress_provided_code) = 'YES', false)
            as is_progress_told,
        coalesce(upper(interventions.support_requested_code) = 'YES', false)
            as is_support_asked,
        coalesce(upper(interventions.support_provided_code) = 'YES', false)
            as is_support_told,
        interventions.contact_date is not null as is_contacted,
        interventions._supplier,
        interventions._entity,
        interventions._file_sha256,
        interventions._row_number
    from offences
    inner join links
        on
            offences.service = links.service
            and offences.ypid = links.ypid
            and offences.offence_id = links.offence_id
    inner join interventions
        on
            links.service = interventions.service
            and links.ypid = interventions.ypid
            and links.victim_intervention_id = interventions.victim_intervention_id
    where interventions.victim_id is not null

)

select * from victims
