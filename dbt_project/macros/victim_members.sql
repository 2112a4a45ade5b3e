{# One select of the membership of KPI 10. Not for other measures: see members. #}
{% macro victim_members(
    measure, unit_id, in_numerator, in_denominator, relation='based', breakdown="'{}'"
) -%}
select
        calculation_id,
        service,
        quarter,
        '{{ measure }}' as measure,
        {{ breakdown }} as breakdown,
        {{ unit_id }} as unit_id,
        {{ in_numerator }} as in_numerator,
        {{ in_denominator }} as in_denominator
    from {{ relation }}
{%- endmacro %}
