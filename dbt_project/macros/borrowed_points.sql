{# Points that the YJB's code takes as suitable though no record is open there: those of
   a child with a record at the other point only. None in official figures. #}
{% macro borrowed_points(points) -%}
select
        {{ points }}.calculation_id,
        {{ points }}.service,
        {{ points }}.quarter,
        {{ points }}.unit_id,
        case min({{ points }}.point) when 'start' then 'end' else 'start' end as point,
        false as is_unsuitable
    from {{ points }}
    inner join calculations
        on {{ points }}.calculation_id = calculations.calculation_id
    where
        {{ points }}.point in ('start', 'end')
        and {{ behaves_as_code('calculations', 'one_point_stands_for_both') }}
    group by all
    having count(distinct {{ points }}.point) = 1
{%- endmacro %}
