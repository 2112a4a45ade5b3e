{# A status begun by the last day, and open or ended on or after the first day. An
   unknown start is before the order, an absent end is open. #}
{% macro overlaps(last_day, first_day) -%}
    coalesce(status_start_date, date '0001-01-01') <= {{ last_day }}
        and coalesce(status_end_date, date '9999-12-31') >= {{ first_day }}
{%- endmacro %}
