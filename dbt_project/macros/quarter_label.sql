{# Quarter label: the year in which the financial year starts, then Q1 (April) to Q4. #}
{% macro quarter_label(on_date) -%}
    (year({{ on_date }}) - case when month({{ on_date }}) < 4 then 1 else 0 end)
    || 'Q'
    || case
        when month({{ on_date }}) < 4 then 4
        else (month({{ on_date }}) - 1) // 3
    end
{%- endmacro %}
