{# Whether a text means a date but cannot be read as one. Blanks and the national
   "no date" 1900-01-01 are readable. #}
{% macro is_unreadable_date(column) -%}
    coalesce(
        trim({{ column }}) not in ('', '1900-01-01', '01/01/1900')
        and {{ parse_date(column) }} is null,
        false
    )
{%- endmacro %}
