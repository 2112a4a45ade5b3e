{% set first_step =
    'coalesce(screened_date, referred_date, offered_date, attended_start_date)' %}
{# name, key, day, what was said on it and the list its codes are in, last day #}
{% set entities = [
    ('transfers', 'transfer_id', 'transfer_date', 'transfer_text', 'transfer',
     'transfer_date'),
    ('accommodations', 'accommodation_id', 'start_date', 'accommodation_type_text',
     'accommodation_type', 'end_date'),
    ('ete_placements', 'ete_id', 'start_date', 'provision_type_text', 'ete_provision',
     'end_date'),
    ('send_records', 'send_id', 'start_date', 'formal_plan_code', '', 'end_date'),
    ('care_statuses', 'care_status_id', 'start_date', 'status_text', 'care_status',
     'end_date'),
    ('mental_health', 'mental_health_id', first_step, 'null', '', 'attended_end_date'),
    ('substance_misuse', 'substance_misuse_id', first_step, 'null', '', 'attended_end_date'),
    ('offences', 'offence_id', 'offence_date', 'cjs_code', '', 'offence_date'),
    ('outcomes', 'outcome_id', 'outcome_date', 'legal_outcome_text', 'legal_outcome',
     'outcome_date'),
    ('hearings', 'hearing_id', 'hearing_date', 'remand_decision_text',
     'remand_decision', 'hearing_date'),
    ('programmes', 'programme_id', 'start_date', 'programme_type_text',
     'disposal_type', 'end_date'),
    ('victim_contacts', 'victim_contact_id', 'contact_date', 'consent_code', '',
     'null'),
    ('assessments', 'assessment_id', 'assessment_date', 'upper(assessment_type)', '',
     'assessment_date'),
] %}

with

codes as (

    select * from {{ ref('int_case__system_codes') }}

),

natural_records as (

    {% for entity, key, day, said, code_list, last_day in entities %}
        select
            '{{ entity }}' as entity,
            recorded._supplier,
            recorded.{{ key }} as record_key,
            recorded.system_person_id,
            {{ day }} as dated_on,
            cast({{ last_day }} as date) as ended_on,
            {% if code_list -%}
                coalesce(codes.national_code, upper(recorded.{{ said }})) as said,
            {%- else -%}
                cast({{ said }} as varchar) as said,
            {%- endif %}
            recorded._entity,
            recorded._file_sha256,
            recorded._row_number
        from {{ ref('stg_case_system__' ~ entity) }} as recorded
        {% if code_list -%}
            left join codes
                on
                    codes.code_list = '{{ code_list }}'
                    and recorded._supplier = codes.supplier
                    and upper(recorded.{{ said }}) = codes.source_key
                    and {{ has_meaning_on_day(entity, 'recorded', 'codes') }}
        {%- endif %}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

select * from natural_records
