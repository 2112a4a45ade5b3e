{# Rows of one staging model whose listed columns were sent but could not be cast:
   one row per value. `columns` maps our column to the supplier's. Not for columns
   without a text as sent beside them. #}
{% macro unreadable_values(model, supplier, entity, unit_id, columns) -%}
    select
        {{ finding_source(supplier, entity) }},
        {% if supplier == 'case_document' %}service{% else %}cast(null as varchar){% endif %} as service,
        cast({{ unit_id }} as varchar) as unit_id,
        _file_sha256 as file_sha256,
        _row_number as row_number,
        unnest([
            {% for column, sent in columns.items() -%}
            case
                when
                    {{ column }} is null
                    and trim({{ column }}_as_sent) not in (
                        '', '1900-01-01', '01/01/1900'
                    )
                    then '{{ sent }}'
            end{% if not loop.last %},{% endif %}
    {% endfor %}
        ]) as column_name
    from {{ ref(model) }}
{%- endmacro %}
