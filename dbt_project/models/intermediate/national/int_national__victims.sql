with

victim_interventions as (

    {{ conformed_rows('int_case__victim_interventions') }}

),

victim_offences as (

    {{ conformed_rows('int_case__victim_offences') }}

),

victim_items as (

    select
        service,
        ypid,
        'victim_intervention' as kind,
        row_number() over (
            partition by service, ypid
            order by contact_date, victim_intervention_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields({
            'victimInterventionID': 'victim_intervention_id',
            'victimID': 'victim_id',
            'consentYJSContact': national_answer('consent_code'),
            'yjscontactDate': national_date('contact_date'),
            'viewPrior': national_answer('view_prior_code'),
            'progressRequest': national_answer('progress_requested_code'),
            'progressRequestDate': national_date('progress_requested_date'),
            'progressProvided': national_answer('progress_provided_code'),
            'progressProvidedDate': national_date('progress_provided_date'),
            'additionalSupportRequest': national_answer('support_requested_code'),
            'additionalSupportProvided': national_answer('support_provided_code'),
            'engagedRJ': national_answer('engaged_rj_code'),
            'engagedRJStart': national_date('engaged_rj_start_date'),
            'engagedRJEnd': national_date('engaged_rj_end_date'),
        }) }} as fields
    from victim_interventions

),

link_items as (

    select
        service,
        ypid,
        'link_offence_victim_intervention' as kind,
        row_number() over (
            partition by service, ypid
            order by victim_intervention_id, offence_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields({
            'offenceID': 'offence_id',
            'victimInterventionID': 'victim_intervention_id',
        }) }} as fields
    from victim_offences

),

national_victims as (

    select * from victim_items
    union all
    select * from link_items

)

select * from national_victims
