with

codes as (

    select * from {{ ref('int_case__system_codes') }}

),

system_texts as (

    {{ system_texts('persons', 'sex', 'sex', 'sex_text') }}
    union all
    {{ system_texts('persons', 'sex', 'gender', 'gender_text') }}
    union all
    {{ system_texts('persons', 'ethnicity', 'ethnicity', 'ethnicity_text') }}
    union all
    {{ system_texts('transfers', 'transfer', 'transfer_type', 'transfer_text') }}
    union all
    {{ system_texts(
        'accommodations', 'accommodation_type', 'accommodation_type', 'accommodation_type_text'
    ) }}
    union all
    {{ system_texts(
        'accommodations', 'suitability', 'suitability', 'suitability_text'
    ) }}
    union all
    {{ system_texts(
        'ete_placements', 'ete_provision', 'provision_type', 'provision_type_text'
    ) }}
    union all
    {{ system_texts(
        'ete_placements', 'ete_suitability', 'suitability', 'suitability_text'
    ) }}
    union all
    {{ system_texts('care_statuses', 'care_status', 'status', 'status_text') }}
    union all
    {{ system_texts(
        'mental_health', 'mh_intervention', 'intervention_type', 'intervention_type_text'
    ) }}
    union all
    {{ system_texts(
        'substance_misuse', 'sm_intervention', 'intervention_type', 'intervention_type_text'
    ) }}
    union all
    {{ system_texts(
        'offences', 'offence_category', 'offence_category', 'offence_category_text'
    ) }}
    union all
    {{ system_texts(
        'outcomes', 'legal_outcome', 'legal_outcome', 'legal_outcome_text'
    ) }}
    union all
    {{ system_texts(
        'outcomes', 'appeal_status', 'appeal_status', 'appeal_status_text'
    ) }}
    union all
    {{ system_texts(
        'hearings', 'remand_decision', 'remand_decision', 'remand_decision_text'
    ) }}
    union all
    {{ system_texts(
        'programmes', 'disposal_type', 'programme_type', 'programme_type_text'
    ) }}

)

select * from system_texts
