{# The texts of one coded column of the case record, each beside what the system's codes make
   of it on its day: one row per value sent. #}
{% macro system_texts(entity, code_list, sent, column) -%}
    select
        {{ finding_source('case_system', entity, 'recorded') }},
        '{{ code_list }}' as code_list,
        '{{ sent }}' as column_name,
        upper(recorded.{{ column }}) as source_key,
        recorded.system_person_id as unit_id,
        recorded._file_sha256 as file_sha256,
        recorded._row_number as row_number,
        codes.national_code,
        coalesce(codes.is_interim, false) as is_interim,
        coalesce(codes.is_known_false, false) as is_known_false
    from {{ ref('stg_case_system__' ~ entity) }} as recorded
    left join codes
        on
            recorded._supplier = codes.supplier
            and codes.code_list = '{{ code_list }}'
            and upper(recorded.{{ column }}) = codes.source_key
            and {{ has_meaning_on_day(entity, 'recorded', 'codes') }}
    where recorded.{{ column }} != ''
{%- endmacro %}
