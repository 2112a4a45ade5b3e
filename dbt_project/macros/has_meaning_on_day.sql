{# Whether a line of a system's codes holds on the day of a record of `entity`: the
   record's own day, else that of its extract. The one place that says which day. #}
{% macro has_meaning_on_day(entity, relation, codes) -%}
    {%- set days = {
        'transfers': ['transfer_date'],
        'accommodations': ['start_date'],
        'ete_placements': ['start_date'],
        'care_statuses': ['start_date'],
        'mental_health': ['attended_start_date', 'offered_date', 'referred_date'],
        'substance_misuse': ['attended_start_date', 'offered_date', 'referred_date'],
        'offences': ['offence_date'],
        'outcomes': ['outcome_date'],
        'hearings': ['hearing_date'],
        'programmes': ['end_date', 'start_date'],
    }.get(entity, []) + ['_extract_date'] -%}
    coalesce(
                coalesce(
                    {% for day in days -%}
                    {{ relation }}.{{ day }}{{ ', ' if not loop.last }}
                    {%- endfor %}
                ) between {{ codes }}.valid_from and {{ codes }}.valid_to,
                true
            )
{%- endmacro %}
