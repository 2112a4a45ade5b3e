{# One select of the membership of KPI 8, from the relation attendance. #}
{% macro board_members(measure, breakdown, in_numerator, condition='is_statutory') -%}
select
        calculation_id,
        service,
        quarter,
        '{{ measure }}' as measure,
        {{ breakdown }} as breakdown,
        sector as unit_id,
        unit_part,
        {{ in_numerator }} as in_numerator,
        is_per_sector as in_denominator
    from attendance
    where {{ condition }}
{%- endmacro %}
