{# One row per child named in a list of deletions, sent as ["a","b"] or as {a,b}. #}
{% macro deleted_ypids(column) -%}
    trim(unnest(string_split(translate({{ column }}, '[]{}"', ''), ',')))
{%- endmacro %}
