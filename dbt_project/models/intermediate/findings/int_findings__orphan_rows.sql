with

orphans as (

    {{ orphan_rows(
        'stg_core_plus__transfers', 'core_plus', 'transfers', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__accommodations', 'core_plus', 'accommodations', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__ete_placements', 'core_plus', 'ete_placements', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__send_records', 'core_plus', 'send_records', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__care_statuses', 'core_plus', 'care_statuses', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__mental_health', 'core_plus', 'mental_health', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__substance_misuse', 'core_plus', 'substance_misuse', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__offences', 'core_plus', 'offences', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__hearings', 'core_plus', 'hearings', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__programmes', 'core_plus', 'programmes', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__victim_contacts', 'core_plus', 'victim_contacts', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__assessments', 'core_plus', 'assessments', 'core_plus_person_id',
        'core_plus_person_id', 'PERSON_ID', 'stg_core_plus__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__outcomes', 'core_plus', 'outcomes', 'core_plus_person_id',
        'offence_id', 'OFFENCE_ID', 'stg_core_plus__offences'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__hearing_offences', 'core_plus', 'hearing_offences', 'core_plus_person_id',
        'offence_id', 'OFFENCE_ID', 'stg_core_plus__offences'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__programme_offences', 'core_plus', 'programme_offences', 'core_plus_person_id',
        'offence_id', 'OFFENCE_ID', 'stg_core_plus__offences'
    ) }}
    union all
    {{ orphan_rows(
        'stg_core_plus__programme_offences', 'core_plus', 'programme_offences', 'core_plus_person_id',
        'programme_id', 'PROGRAMME_ID', 'stg_core_plus__programmes'
    ) }}
    union all
    {{ orphan_rows(
        'stg_niche__occurrences', 'niche', 'occurrences', 'occurrence_reference',
        'niche_nominal_id', 'NOMINAL_ID', 'stg_niche__nominals'
    ) }}
    union all
    {{ orphan_rows(
        'stg_niche__custody_records', 'niche', 'custody_records', 'custody_reference',
        'niche_nominal_id', 'NOMINAL_ID', 'stg_niche__nominals'
    ) }}
    union all
    {{ orphan_rows(
        'stg_systmone__referrals', 'systmone', 'referrals', 'referral_id',
        'systmone_patient_id', 'IDPatient', 'stg_systmone__patients'
    ) }}
    union all
    {{ orphan_rows(
        'stg_systmone__events', 'systmone', 'events', 'event_id',
        'systmone_patient_id', 'IDPatient', 'stg_systmone__patients'
    ) }}
    union all
    {{ orphan_rows(
        'stg_ssda903__episodes', 'ssda903', 'episodes', 'ssda903_child_id',
        'ssda903_child_id', 'CHILD', 'stg_ssda903__header'
    ) }}

)

select * from orphans
