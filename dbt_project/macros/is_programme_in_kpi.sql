{# Whether the end of a programme is the end of an order: the service's own flag
   (cfg.map.disposal_count_in_kpis), else that of the reference. #}
{% macro is_programme_in_kpi(programme, calculation) -%}
    coalesce(
            {{ calculation }}.disposal_flags[{{ programme }}.disposal_type_code],
            {{ programme }}.is_programme_counted
        )
{%- endmacro %}
