{# A name as compared: upper case, plain letters only; null when none are left. #}
{% macro name_key(column) -%}
    nullif(regexp_replace(strip_accents(upper({{ column }})), '[^A-Z]', '', 'g'), '')
{%- endmacro %}
