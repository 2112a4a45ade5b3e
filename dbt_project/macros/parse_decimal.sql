{# Exact number of two decimals from text; null when it is none. Not for identifiers. #}
{% macro parse_decimal(column) -%}
    case
        when regexp_full_match(trim({{ column }}), '-?[0-9]+([.][0-9]+)?')
            then try_cast(trim({{ column }}) as decimal(18, 2))
    end
{%- endmacro %}
