{# Whether a row belongs under a stated total, in one column: the word total stands for
   every row that tells the column, an empty one for every row. #}
{% macro fits_total(stated, told) -%}
    (
        {{ stated }} is null
        or ({{ stated }} = 'total' and {{ told }} is not null)
        or {{ stated }} = {{ told }}
    )
{%- endmacro %}
