{# A JSON object of names and SQL expressions; for a case document's item use
   national_fields. #}
{% macro json_object_of(fields) -%}
    to_json({
    {%- for name, value in fields.items() %}
        '{{ name }}': {{ value }}{% if not loop.last %},{% endif %}
    {%- endfor %}
    })
{%- endmacro %}
