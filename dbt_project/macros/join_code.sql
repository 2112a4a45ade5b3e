{# Join a code list of the system that sent the record, by the text sent. Not for a text
   whose meaning has dates: those joins say on which day. #}
{% macro join_code(codes, text, alias=none) -%}
    {%- set name = alias or codes -%}
    left join {{ codes }}{{ ' as ' ~ alias if alias }}
        on
            recorded._supplier = {{ name }}.supplier
            and upper(recorded.{{ text }}) = {{ name }}.source_key
{%- endmacro %}
