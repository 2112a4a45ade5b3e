{# Join a code list of the system that sent the record, by the text sent and the day on
   which it is looked up. #}
{% macro join_code(entity, codes, text, alias=none) -%}
    {%- set name = alias or codes -%}
    left join {{ codes }}{{ ' as ' ~ alias if alias }}
        on
            recorded._supplier = {{ name }}.supplier
            and upper(recorded.{{ text }}) = {{ name }}.source_key
            and {{ has_meaning_on_day(entity, 'recorded', name) }}
{%- endmacro %}
