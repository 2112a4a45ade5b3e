{# Whether an outcome counts in KPI 1 to 7 and 10: the service's own flag
   (cfg.map.legal_outcome_count_in_kpi), else that of the reference, which leaves
   first-tier sentences to cfg.map.first_tier_in_kpi. Not for KPI 9. #}
{% macro is_outcome_in_kpi(outcome, calculation) -%}
    coalesce(
            {{ calculation }}.outcome_flags[{{ outcome }}.legal_outcome_code],
            {{ outcome }}.is_outcome_counted
            or (
                {{ calculation }}.is_first_tier_in_kpi
                and {{ outcome }}.tier = 'First-tier'
                and {{ outcome }}.is_substantive
            )
        )
{%- endmacro %}
