{# Date from text in any style that suppliers use; null when it is none of them.
   1900-01-01 and years before 1901 are "no date". For a moment: parse_timestamp. #}
{% macro parse_date(column) -%}
    cast({{ parse_timestamp(column) }} as date)
{%- endmacro %}
