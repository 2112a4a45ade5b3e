{# A whole number of last decimal places as a decimal: 429 with one place is 42.9. #}
{% macro decimal_text(units, places) -%}
    case
        when {{ places }} = 0 then {{ units }}::varchar
        else
            ({{ units }} // [1, 10, 100, 1000][{{ places }} + 1])::varchar || '.'
            || lpad(
                ({{ units }} % [1, 10, 100, 1000][{{ places }} + 1])::varchar,
                {{ places }}::integer,
                '0'
            )
    end
{%- endmacro %}
