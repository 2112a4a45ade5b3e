{# An item of the national case document as JSON text: the fields it must have, null
   where we know nothing, and those it may have, absent where we know nothing. #}
{% macro national_fields(required, optional={}) -%}
    cast(
        {% if optional -%}
        json_merge_patch(
            {{ json_object_of(required) }}, {{ json_object_of(optional) }}
        )
        {%- else -%}
        {{ json_object_of(required) }}
        {%- endif %}
        as varchar
    )
{%- endmacro %}
