{# One select of the membership of KPI 4 and 5, which share their rules: the measure is
   an expression. Not for other measures: see members. #}
{% macro health_members(
    measure, breakdown, in_numerator, condition, relation, in_denominator='true'
) -%}
select
        calculation_id,
        service,
        quarter,
        {{ measure }} as measure,
        {{ breakdown }} as breakdown,
        unit_id,
        {{ in_numerator }} as in_numerator,
        {{ in_denominator }} as in_denominator
    from {{ relation }}
    where {{ condition }}
{%- endmacro %}
