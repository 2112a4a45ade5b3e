{# A breakdown as canonical JSON: keys sorted, no blanks. Not for numbers. #}
{% macro breakdown(parts) -%}
    '{'
    {%- for key in parts | sort %}
    || '{{ "" if loop.first else "," }}"{{ key }}":"' || {{ parts[key] }} || '"'
    {%- endfor %}
    || '}'
{%- endmacro %}
