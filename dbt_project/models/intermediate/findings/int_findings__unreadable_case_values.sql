with

values_sent as (

    {{ unreadable_values(
        'stg_core_plus__persons', 'core_plus', 'persons', 'core_plus_person_id',
        {
            'is_deleted': 'IS_DELETED'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__transfers', 'core_plus', 'transfers', 'core_plus_person_id',
        {
            'transfer_date': 'TRANSFER_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__accommodations', 'core_plus', 'accommodations', 'core_plus_person_id',
        {
            'start_date': 'START_DATE',
            'end_date': 'END_DATE',
            'is_primary': 'IS_PRIMARY'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__ete_placements', 'core_plus', 'ete_placements', 'core_plus_person_id',
        {
            'hours_offered': 'HOURS_OFFERED',
            'hours_attended': 'HOURS_ATTENDED',
            'start_date': 'START_DATE',
            'end_date': 'END_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__send_records', 'core_plus', 'send_records', 'core_plus_person_id',
        {
            'start_date': 'START_DATE',
            'end_date': 'END_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__care_statuses', 'core_plus', 'care_statuses', 'core_plus_person_id',
        {
            'start_date': 'START_DATE',
            'end_date': 'END_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__mental_health', 'core_plus', 'mental_health', 'core_plus_person_id',
        {
            'screened_date': 'SCREENED_DATE',
            'referred_date': 'REFERRED_DATE',
            'offered_date': 'OFFERED_DATE',
            'attended_start_date': 'ATTENDED_START',
            'attended_end_date': 'ATTENDED_END'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__substance_misuse', 'core_plus', 'substance_misuse', 'core_plus_person_id',
        {
            'screened_date': 'SCREENED_DATE',
            'referred_date': 'REFERRED_DATE',
            'offered_date': 'OFFERED_DATE',
            'attended_start_date': 'ATTENDED_START',
            'attended_end_date': 'ATTENDED_END'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__offences', 'core_plus', 'offences', 'core_plus_person_id',
        {
            'seriousness_score': 'SERIOUSNESS',
            'age_at_arrest_or_offence': 'AGE_AT_ARREST_OR_OFFENCE',
            'age_on_first_hearing': 'AGE_FIRST_HEARING',
            'offence_date': 'OFFENCE_DATE',
            'arrest_date': 'ARREST_DATE',
            'is_knife_related': 'KNIFE_RELATED'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__outcomes', 'core_plus', 'outcomes', 'core_plus_person_id',
        {
            'outcome_date': 'OUTCOME_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__hearings', 'core_plus', 'hearings', 'core_plus_person_id',
        {
            'hearing_date': 'HEARING_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__programmes', 'core_plus', 'programmes', 'core_plus_person_id',
        {
            'start_date': 'START_DATE',
            'end_date': 'END_DATE',
            'is_successfully_completed': 'COMPLETED_SUCCESSFULLY'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__victim_contacts', 'core_plus', 'victim_contacts', 'core_plus_person_id',
        {
            'contact_date': 'CONTACT_DATE',
            'progress_requested_date': 'PROGRESS_REQUESTED_DATE',
            'progress_provided_date': 'PROGRESS_PROVIDED_DATE',
            'engaged_rj_start_date': 'ENGAGED_RJ_START',
            'engaged_rj_end_date': 'ENGAGED_RJ_END'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_core_plus__assessments', 'core_plus', 'assessments', 'core_plus_person_id',
        {
            'assessment_date': 'ASSESSMENT_DATE'
        }
    ) }}

),

unreadable as (

    select *
    from values_sent
    where column_name is not null

)

select * from unreadable
