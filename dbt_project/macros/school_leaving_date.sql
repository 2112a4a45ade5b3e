{# Last Friday in June of the school year (September to August) of the 16th birthday. #}
{% macro school_leaving_date(birth_date) -%}
    (
        make_date(year({{ birth_date }}) + 16 + (month({{ birth_date }}) >= 9)::integer, 6, 30)
        - (dayofweek(make_date(
            year({{ birth_date }}) + 16 + (month({{ birth_date }}) >= 9)::integer, 6, 30
        )) + 2)::integer % 7
    )
{%- endmacro %}
