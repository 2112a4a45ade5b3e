{# A breakdown as canonical JSON: keys sorted, no blanks. Not for numbers. #}
{% macro breakdown(parts) -%}
    '{' || {% for key in parts | sort %}'"{{ key }}":"' || {{ parts[key] }} || '"'{% if not loop.last %} || ',' || {% endif %}{% endfor %} || '}'
{%- endmacro %}
