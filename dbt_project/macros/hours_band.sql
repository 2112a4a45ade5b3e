{# The three hours bands of the KPI 2 form; below one hour a child is in none. #}
{% macro hours_band(hours) -%}
    case
        when {{ hours }} >= 25 then '25+'
        when {{ hours }} >= 16 then '16-24'
        when {{ hours }} >= 1 then '1-15'
    end
{%- endmacro %}
