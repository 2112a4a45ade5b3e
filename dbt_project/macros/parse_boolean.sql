{# Boolean from the answers that suppliers use; null when it is none of them. #}
{% macro parse_boolean(column) -%}
    case
        when lower(trim({{ column }})) in ('y', 'yes', 'true', '1') then true
        when lower(trim({{ column }})) in ('n', 'no', 'false', '0') then false
    end
{%- endmacro %}
