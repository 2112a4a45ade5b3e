{# Rows of a conformed model, of the case systems that send tables: what arrived as a
   national document goes out as it came. #}
{% macro conformed_rows(model) -%}
    select * from {{ ref(model) }} where _supplier != 'case_document'
{%- endmacro %}
