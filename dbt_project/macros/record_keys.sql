{# One select of what leads from a unit to its records, for one topic of a measure. Not
   for topics with records of their own, such as an address: see
   int_measures__status_records. #}
{% macro record_keys(
    topic, unit_id, relation, programme_id='null', counted_as='null', age='null',
    verdict='null', condition=none
) -%}
select
        calculation_id,
        service,
        quarter,
        '{{ topic }}' as topic,
        {{ unit_id }} as unit_id,
        ypid,
        offence_id,
        outcome_number,
        {{ programme_id }} as programme_id,
        {{ counted_as }} as counted_as,
        {{ age }} as age,
        {{ verdict }} as verdict
    from {{ relation }}
    {%- if condition %}
    where {{ condition }}
    {%- endif %}
{%- endmacro %}
