{# One schema per layer, named as its folder. Not for picking a schema per model. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
