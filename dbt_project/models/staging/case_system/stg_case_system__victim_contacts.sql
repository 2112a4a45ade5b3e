with

source as (

    select * from {{ source('case_system', 'victim_contacts') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, victim_contact_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

victim_contacts as (

    select
        -- ids
        nullif(trim(victim_contact_id), '') as victim_contact_id,
        nullif(trim(victim_id), '') as victim_id,
        nullif(trim(person_id), '') as system_person_id,

        -- codes
        upper(nullif(trim(consent_to_contact), '')) as consent_code,
        upper(nullif(trim(view_sought), '')) as view_prior_code,
        upper(nullif(trim(progress_requested), '')) as progress_requested_code,
        upper(nullif(trim(progress_provided), '')) as progress_provided_code,
        upper(nullif(trim(support_requested), '')) as support_requested_code,
        upper(nullif(trim(support_provided), '')) as support_provided_code,
        upper(nullif(trim(engaged_rj), '')) as engaged_rj_code,

        -- dates
        {{ parse_date('contact_date') }} as contact_date,
        contact_date as contact_date_as_sent,
        {{ parse_date('progress_requested_date') }} as progress_requested_date,
        progress_requested_date as progress_requested_date_as_sent,
        {{ parse_date('progress_provided_date') }} as progress_provided_date,
        progress_provided_date as progress_provided_date_as_sent,
        {{ parse_date('engaged_rj_start') }} as engaged_rj_start_date,
        engaged_rj_start as engaged_rj_start_date_as_sent,
        {{ parse_date('engaged_rj_end') }} as engaged_rj_end_date,
        engaged_rj_end as engaged_rj_end_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from victim_contacts
