{# One select of the membership of KPI 8, from the relation attended. #}
{% macro board_members(measure, in_numerator) -%}
select
        calculation_id,
        service,
        quarter,
        '{{ measure }}' as measure,
        '{}' as breakdown,
        sector as unit_id,
        unit_part,
        {{ in_numerator }} as in_numerator,
        is_per_sector as in_denominator
    from attended
{%- endmacro %}
