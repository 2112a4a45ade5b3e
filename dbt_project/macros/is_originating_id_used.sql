{# Whether first time entrants are one child when they share the originating id. The
   YJB's code uses 'N/A' as if it were an id. #}
{% macro is_originating_id_used(person, calculation) -%}
    (
        {{ person }}.is_originating_id_usable
        or (
            upper({{ person }}.originating_yot_person_id) = 'N/A'
            and {{ behaves_as_code(calculation, 'na_ids_are_one_child') }}
        )
    )
{%- endmacro %}
