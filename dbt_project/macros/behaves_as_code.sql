{# Whether a calculation follows one known behaviour of the YJB's code that the rules
   do not ask for: a key cfg.code.<name> set to true. Never true for official figures. #}
{% macro behaves_as_code(calculation, name) -%}
    coalesce(list_contains({{ calculation }}.code_behaviours, '{{ name }}'), false)
{%- endmacro %}
