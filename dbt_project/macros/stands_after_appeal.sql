{# Rule 4 of section 1. A missing status is no appeal unless cfg.null says not. #}
{% macro stands_after_appeal(status, calculation) -%}
    case
        when {{ status }} is null then {{ calculation }}.is_missing_appeal_none
        else lower(trim({{ status }})) not in (
            'changed on appeal', 'result of appeal successful'
        )
    end
{%- endmacro %}
