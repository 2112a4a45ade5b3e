{# A postcode as compared: upper case without spaces; null when blank. #}
{% macro postcode_key(column) -%}
    nullif(replace(upper({{ column }}), ' ', ''), '')
{%- endmacro %}
