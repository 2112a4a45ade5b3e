{# A date as the national case document holds it; no date is 1900-01-01. #}
{% macro national_date(column) -%}
    coalesce(strftime({{ column }}, '%Y-%m-%d'), '1900-01-01')
{%- endmacro %}
