{# How the out-of-court programmes of a group of rows ended: completed, not_completed,
   both or, without a flag, neither. Only inside an aggregation. #}
{% macro completions() -%}
    coalesce(
            list(
                distinct if(is_successfully_completed, 'completed', 'not_completed')
            ) filter (where is_successfully_completed is not null),
            []
        )
{%- endmacro %}
