with

codes as (

    select * from {{ ref('int_case__core_plus_codes') }}

),

texts as (

    {{ core_plus_texts(
        'persons', 'sex', 'SEX', 'sex_text'
    ) }}
    union all
    {{ core_plus_texts(
        'persons', 'ethnicity', 'ETHNICITY', 'ethnicity_text'
    ) }}
    union all
    {{ core_plus_texts(
        'transfers', 'transfer', 'TRANSFER_TYPE', 'transfer_text'
    ) }}
    union all
    {{ core_plus_texts(
        'accommodations', 'accommodation_type', 'ACCOMMODATION_TYPE', 'accommodation_type_text'
    ) }}
    union all
    {{ core_plus_texts(
        'accommodations', 'suitability', 'SUITABILITY', 'suitability_text'
    ) }}
    union all
    {{ core_plus_texts(
        'ete_placements', 'ete_provision', 'PROVISION_TYPE', 'provision_type_text'
    ) }}
    union all
    {{ core_plus_texts(
        'ete_placements', 'ete_suitability', 'SUITABILITY', 'suitability_text'
    ) }}
    union all
    {{ core_plus_texts(
        'care_statuses', 'care_status', 'STATUS', 'status_text'
    ) }}
    union all
    {{ core_plus_texts(
        'mental_health', 'mh_intervention', 'INTERVENTION_TYPE', 'intervention_type_text'
    ) }}
    union all
    {{ core_plus_texts(
        'substance_misuse', 'sm_intervention', 'INTERVENTION_TYPE', 'intervention_type_text'
    ) }}
    union all
    {{ core_plus_texts(
        'offences', 'offence_category', 'OFFENCE_CATEGORY', 'offence_category_text'
    ) }}
    union all
    {{ core_plus_texts(
        'outcomes', 'legal_outcome', 'LEGAL_OUTCOME', 'legal_outcome_text',
        'outcome_date'
    ) }}
    union all
    {{ core_plus_texts(
        'outcomes', 'appeal_status', 'APPEAL_STATUS', 'appeal_status_text'
    ) }}
    union all
    {{ core_plus_texts(
        'hearings', 'remand_decision', 'REMAND_DECISION', 'remand_decision_text'
    ) }}
    union all
    {{ core_plus_texts(
        'programmes', 'disposal_type', 'PROGRAMME_TYPE', 'programme_type_text',
        'coalesce(end_date, start_date)'
    ) }}

),

unmapped as (

    select
        'core_plus' as supplier,
        texts.entity,
        texts.unit_id,
        texts.file_sha256,
        texts.row_number,
        texts.column_name
    from texts
    anti join codes
        on
            texts.code_list = codes.code_list
            and texts.source_key = codes.source_key
            and (
                texts.on_date is null
                or texts.on_date between codes.valid_from and codes.valid_to
            )

)

select * from unmapped
