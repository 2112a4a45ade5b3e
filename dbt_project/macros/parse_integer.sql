{# Whole number from text; 15 and 15.0 alike, 15.5 is null. Not for identifiers. #}
{% macro parse_integer(column) -%}
    case
        when regexp_full_match(trim({{ column }}), '-?[0-9]+([.]0*)?')
            then try_cast(try_cast(trim({{ column }}) as double) as integer)
    end
{%- endmacro %}
