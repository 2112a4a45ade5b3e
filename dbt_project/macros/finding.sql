{# One select of counting findings about a record. Not for findings about a figure. #}
{% macro finding(code, severity, unit_id, column_name, message, relation, condition) -%}
select
        '{{ code }}' as finding_code,
        '{{ severity }}' as severity,
        service,
        {{ unit_id }} as unit_id,
        _supplier as supplier,
        _entity as entity,
        _file_sha256 as file_sha256,
        _row_number as row_number,
        {{ column_name }} as column_name,
        {{ message }} as message
    from {{ relation }}
    where {{ condition }}
{%- endmacro %}
