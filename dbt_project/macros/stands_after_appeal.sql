{# Rule 4 of section 1. A missing status is no appeal unless cfg.null says not; the
   YJB's code compares the text as it stands. #}
{% macro stands_after_appeal(status, calculation) -%}
    case
        when {{ status }} is null then {{ calculation }}.is_missing_appeal_none
        when {{ behaves_as_code(calculation, 'exact_text') }}
            then {{ status }} not in ('Changed on appeal', 'Result of appeal successful')
        else lower(trim({{ status }})) not in (
            'changed on appeal', 'result of appeal successful'
        )
    end
{%- endmacro %}
