{# The texts of one code column of the case record, ready to be held against the code list: one
   row per value sent. `on_date` is given where the meaning of a text has dates. #}
{% macro system_texts(entity, code_list, sent, column, on_date='null::date') -%}
    select
        {{ finding_source('case_system', entity) }},
        '{{ code_list }}' as code_list,
        '{{ sent }}' as column_name,
        upper({{ column }}) as source_key,
        {{ on_date }} as on_date,
        system_person_id as unit_id,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from {{ ref('stg_case_system__' ~ entity) }}
    where {{ column }} != ''
{%- endmacro %}
