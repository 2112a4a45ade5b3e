{# Rule 5 of section 1. A missing status counts as LOCAL unless cfg.null says not. #}
{% macro is_local(status, calculation) -%}
    case
        when {{ status }} is null then {{ calculation }}.is_missing_residence_local
        else upper(trim({{ status }})) != 'OTHER'
    end
{%- endmacro %}
