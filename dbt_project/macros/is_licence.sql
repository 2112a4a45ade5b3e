{# Every *_LICENCE programme is a licence; the YJB's code knows DTO_LICENCE only. #}
{% macro is_licence(programme, calculation) -%}
    (
            {{ programme }}.is_licence
            and (
                {{ programme }}.disposal_type_code = 'DTO_LICENCE'
                or not {{ behaves_as_code(calculation, 'only_dto_is_a_licence') }}
            )
        )
{%- endmacro %}
