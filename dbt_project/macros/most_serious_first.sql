{# Rule 8 of section 1: which of a child's orders stands for the child. The rules leave
   ties open (section 12); lowest ids settle the last. #}
{% macro most_serious_first() -%}
    seriousness_rank asc nulls last,
            outcome_date desc,
            end_date desc,
            start_date desc,
            ypid || '|' || programme_id asc,
            ypid || '|' || offence_id asc
{%- endmacro %}
