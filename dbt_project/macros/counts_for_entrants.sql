{# Whether an outcome makes a first time entrant. The YJB's code takes every first-tier
   outcome, so also bind overs and deferred sentences. #}
{% macro counts_for_entrants(outcome, calculation) -%}
    (
            {{ outcome }}.is_counted_for_fte
            or (
                {{ outcome }}.tier = 'First-tier'
                and {{ behaves_as_code(calculation, 'bind_overs_are_entrants') }}
            )
        )
{%- endmacro %}
