with

orphans as (

    {{ orphan_rows(
        'stg_case_system__transfers', 'case_system', 'transfers', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__accommodations', 'case_system', 'accommodations', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__ete_placements', 'case_system', 'ete_placements', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__send_records', 'case_system', 'send_records', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__care_statuses', 'case_system', 'care_statuses', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__mental_health', 'case_system', 'mental_health', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__substance_misuse', 'case_system', 'substance_misuse', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__offences', 'case_system', 'offences', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__hearings', 'case_system', 'hearings', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__programmes', 'case_system', 'programmes', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__victim_contacts', 'case_system', 'victim_contacts', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__assessments', 'case_system', 'assessments', 'system_person_id',
        'system_person_id', 'person_id', 'stg_case_system__persons'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__outcomes', 'case_system', 'outcomes', 'system_person_id',
        'offence_id', 'offence_id', 'stg_case_system__offences'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__hearing_offences', 'case_system', 'hearing_offences', 'system_person_id',
        'offence_id', 'offence_id', 'stg_case_system__offences'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__programme_offences', 'case_system', 'programme_offences', 'system_person_id',
        'offence_id', 'offence_id', 'stg_case_system__offences'
    ) }}
    union all
    {{ orphan_rows(
        'stg_case_system__programme_offences', 'case_system', 'programme_offences', 'system_person_id',
        'programme_id', 'programme_id', 'stg_case_system__programmes'
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
