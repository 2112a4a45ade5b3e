{# Rows of one staging model whose key names no row of another: one row each. Not for
   keys of several columns. #}
{% macro orphan_rows(model, supplier, entity, unit_id, key, sent_key, parent) -%}
    select
        {{ finding_source(supplier, entity, 'orphans') }},
        cast(orphans.{{ unit_id }} as varchar) as unit_id,
        orphans._file_sha256 as file_sha256,
        orphans._row_number as row_number,
        '{{ sent_key }}' as column_name
    from {{ ref(model) }} as orphans
    anti join {{ ref(parent) }} as parents
        on
            orphans.{{ key }} = parents.{{ key }}
            {%- if supplier == 'case_system' %}
            and orphans._supplier = parents._supplier
            {%- endif %}
{%- endmacro %}
