{# One select of counting findings about a record; its words and severity stand in the
   seed finding_codes. Not for findings about a figure. #}
{% macro finding(
    code, unit_id, column_name, relation, condition,
    quarter='cast(null as varchar)', detail='cast(null as varchar)'
) -%}
select
        '{{ code }}' as finding_code,
        service,
        {{ quarter }} as quarter,
        {{ unit_id }} as unit_id,
        '{{ column_name }}' as column_name,
        {{ detail }} as detail,
        _supplier as supplier,
        _entity as entity,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from {{ relation }}
    where {{ condition }}
{%- endmacro %}
