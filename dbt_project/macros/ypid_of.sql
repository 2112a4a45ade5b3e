{# The ypid in the name of a unit; none for victims and board sectors. A member of a
   twelve-month cohort starts with its quarter. #}
{% macro ypid_of(unit_id, measure, breakdown) -%}
    case
        when starts_with({{ measure }}, 'kpi8') then null
        when starts_with({{ measure }}, 'kpi10')
            and {{ measure }} not in ('kpi10b', 'kpi10c') then null
        when contains({{ breakdown }}, '"12m"') then split_part({{ unit_id }}, '|', 2)
        else split_part({{ unit_id }}, '|', 1)
    end
{%- endmacro %}
