{# Age in completed years: birthday arithmetic, never a difference of calendar years.
   Who was born on 29 February has the birthday on 1 March of other years. #}
{% macro completed_years(birth_date, on_date) -%}
    year({{ on_date }}) - year({{ birth_date }})
    - (
        100 * month({{ on_date }}) + day({{ on_date }})
        < 100 * month({{ birth_date }}) + day({{ birth_date }})
    )::integer
{%- endmacro %}
