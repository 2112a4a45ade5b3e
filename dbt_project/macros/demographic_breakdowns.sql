{# The breakdowns in which one child stands: its age band, sex and ethnic group. Further
   keys, such as completion, go into each. Not for counts of offences. #}
{% macro demographic_breakdowns(age_band, characteristics, further={}) -%}
    [
        {{ breakdown(dict(further, age=age_band)) }},
        {{ breakdown(dict(further, ethnicity=characteristics ~ '.ethnicity_group')) }},
        {{ breakdown(dict(further, sex=characteristics ~ '.sex_name')) }}
    ]
{%- endmacro %}
