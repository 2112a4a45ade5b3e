{# Rank of an outcome, 1 the most serious: the service's own order (cfg.rank) comes
   first, whoever is not named keeps the place of the reference after it. #}
{% macro seriousness_rank(outcome, calculation) -%}
    coalesce(
        nullif(list_position(
            {{ calculation }}.ranked_outcomes, {{ outcome }}.legal_outcome_code
        ), 0) - 1000,
        {{ outcome }}.seriousness_rank
    )
{%- endmacro %}
