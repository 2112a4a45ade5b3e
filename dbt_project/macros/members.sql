{# One select of a membership model. Not for members that need a join. #}
{% macro members(
    measure, breakdown, unit_id, in_numerator, relation, condition=none
) -%}
select
        calculation_id,
        service,
        quarter,
        '{{ measure }}' as measure,
        {{ breakdown }} as breakdown,
        {{ unit_id }} as unit_id,
        {{ in_numerator }} as in_numerator
    from {{ relation }}
    {%- if condition %}
    where {{ condition }}
    {%- endif %}
{%- endmacro %}
