{# A breakdown as canonical JSON: keys sorted, as Python's json.dumps writes them. #}
{% macro breakdown(parts) -%}
    '{' || {% for key in parts | sort %}'"{{ key }}": "' || {{ parts[key] }} || '"'{% if not loop.last %} || ', ' || {% endif %}{% endfor %} || '}'
{%- endmacro %}
