{# Who sent the record of a finding. A case system's records were brought into the shape
   of the case record: they say themselves which system and table they come from, and
   `case_entity` lets its own column be named. Not for tables we make ourselves. #}
{% macro finding_source(supplier, entity, relation='') -%}
    {%- set prefix = relation ~ '.' if relation else '' -%}
    {%- if supplier == 'case_system' -%}
        {{ prefix }}_supplier as supplier,
        {{ prefix }}_entity as entity,
        '{{ entity }}' as case_entity
    {%- else -%}
        '{{ supplier }}' as supplier,
        '{{ entity }}' as entity,
        cast(null as varchar) as case_entity
    {%- endif -%}
{%- endmacro %}
