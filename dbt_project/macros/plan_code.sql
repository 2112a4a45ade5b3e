{# A word of the yearly tables as our lists write it: "Fixed term" is fixed_term. #}
{% macro plan_code(column) -%}
    nullif(regexp_replace(lower(trim({{ column }})), '[^a-z0-9]+', '_', 'g'), '')
{%- endmacro %}
