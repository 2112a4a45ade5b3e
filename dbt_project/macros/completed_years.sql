{# Age in completed years: birthday arithmetic, never a difference of calendar years. #}
{% macro completed_years(birth_date, on_date) -%}
    date_sub('year', {{ birth_date }}, {{ on_date }})
{%- endmacro %}
