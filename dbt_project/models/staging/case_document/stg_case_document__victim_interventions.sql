with

source as (

    select * from {{ source('case_document', 'victim_interventions') }}

),

victim_interventions as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,
        nullif(trim(victiminterventionid), '') as victim_intervention_id,
        nullif(trim(victimid), '') as victim_id,

        -- codes
        upper(nullif(trim(consentyjscontact), '')) as consent_code,
        upper(nullif(trim(viewprior), '')) as view_prior_code,
        upper(nullif(trim(progressrequest), '')) as progress_requested_code,
        upper(nullif(trim(progressprovided), '')) as progress_provided_code,
        upper(nullif(trim(additionalsupportrequest), '')) as support_requested_code,
        upper(nullif(trim(additionalsupportprovided), '')) as support_provided_code,
        upper(nullif(trim(engagedrj), '')) as engaged_rj_code,

        -- dates
        {{ parse_date('yjscontactdate') }} as contact_date,
        yjscontactdate as contact_date_as_sent,
        {{ parse_date('progressrequestdate') }} as progress_requested_date,
        progressrequestdate as progress_requested_date_as_sent,
        {{ parse_date('progressprovideddate') }} as progress_provided_date,
        progressprovideddate as progress_provided_date_as_sent,
        {{ parse_date('engagedrjstart') }} as engaged_rj_start_date,
        engagedrjstart as engaged_rj_start_date_as_sent,
        {{ parse_date('engagedrjend') }} as engaged_rj_end_date,
        engagedrjend as engaged_rj_end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from victim_interventions
