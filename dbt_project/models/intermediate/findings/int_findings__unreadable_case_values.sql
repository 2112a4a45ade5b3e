with

values_sent as (

    {{ unreadable_values(
        'stg_case_system__persons', 'case_system', 'persons', 'system_person_id',
        {
            'is_deleted': 'is_deleted'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__transfers', 'case_system', 'transfers', 'system_person_id',
        {
            'transfer_date': 'transfer_date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__accommodations', 'case_system', 'accommodations', 'system_person_id',
        {
            'start_date': 'start_date',
            'end_date': 'end_date',
            'is_primary': 'is_primary'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__ete_placements', 'case_system', 'ete_placements', 'system_person_id',
        {
            'hours_offered': 'hours_offered',
            'hours_attended': 'hours_attended',
            'start_date': 'start_date',
            'end_date': 'end_date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__send_records', 'case_system', 'send_records', 'system_person_id',
        {
            'start_date': 'start_date',
            'end_date': 'end_date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__care_statuses', 'case_system', 'care_statuses', 'system_person_id',
        {
            'start_date': 'start_date',
            'end_date': 'end_date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__mental_health', 'case_system', 'mental_health', 'system_person_id',
        {
            'screened_date': 'screened_date',
            'referred_date': 'referred_date',
            'offered_date': 'offered_date',
            'attended_start_date': 'attended_start',
            'attended_end_date': 'attended_end'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__substance_misuse', 'case_system', 'substance_misuse', 'system_person_id',
        {
            'screened_date': 'screened_date',
            'referred_date': 'referred_date',
            'offered_date': 'offered_date',
            'attended_start_date': 'attended_start',
            'attended_end_date': 'attended_end'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__offences', 'case_system', 'offences', 'system_person_id',
        {
            'seriousness_score': 'seriousness',
            'age_at_arrest_or_offence': 'age_at_arrest_or_offence',
            'age_on_first_hearing': 'age_first_hearing',
            'offence_date': 'offence_date',
            'arrest_date': 'arrest_date',
            'is_knife_related': 'knife_related'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__outcomes', 'case_system', 'outcomes', 'system_person_id',
        {
            'term_days': 'term_days',
            'term_weeks': 'term_weeks',
            'term_months': 'term_months',
            'term_years': 'term_years',
            'outcome_date': 'outcome_date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__hearings', 'case_system', 'hearings', 'system_person_id',
        {
            'hearing_date': 'hearing_date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__programmes', 'case_system', 'programmes', 'system_person_id',
        {
            'start_date': 'start_date',
            'end_date': 'end_date',
            'is_successfully_completed': 'completed_successfully'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__victim_contacts', 'case_system', 'victim_contacts', 'system_person_id',
        {
            'contact_date': 'contact_date',
            'progress_requested_date': 'progress_requested_date',
            'progress_provided_date': 'progress_provided_date',
            'engaged_rj_start_date': 'engaged_rj_start',
            'engaged_rj_end_date': 'engaged_rj_end'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_system__assessments', 'case_system', 'assessments', 'system_person_id',
        {
            'assessment_date': 'assessment_date'
        }
    ) }}

),

unreadable as (

    select *
    from values_sent
    where column_name is not null

)

select * from unreadable
