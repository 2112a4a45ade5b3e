{# Records of the case systems that stand after a change of system, under the keys that
   stand: all of them where there was no change. `begins` is the day that a record open at
   the switch has from the old system, `references` the keys of other records by entity,
   `later` the columns of a closed record on which a newer system may still have news, each
   with the model that tells it. #}
{% macro standing_rows(entity, key=none, begins=none, references={}, later={}) -%}
    {%- set own = {entity: key} if key else {} -%}
    {%- set keys = dict(own, **references) -%}
    select
        recorded.* replace (
            {%- for name, column in keys.items() %}
            coalesce({{ name }}_standing.standing_key, recorded.{{ column }})
                as {{ column }}
            {{- ',' if not loop.last or begins or later }}
            {%- endfor %}
            {%- for column in later %}
            coalesce({{ column }}_news.told_later, recorded.{{ column }}) as {{ column }}
            {{- ',' if not loop.last or begins }}
            {%- endfor %}
            {%- if begins %}
            coalesce({{ entity }}_standing.started_on, recorded.{{ begins }})
                as {{ begins }}
            {%- endif %}
        )
    from {{ ref('stg_case_system__' ~ entity) }} as recorded
    {%- for name, column in keys.items() %}
    left join {{ ref('int_switch__standing') }} as {{ name }}_standing
        on
            {{ name }}_standing.entity = '{{ name }}'
            and recorded._supplier = {{ name }}_standing.supplier
            and recorded.{{ column }} = {{ name }}_standing.record_key
    {%- endfor %}
    {%- for column, model in later.items() %}
    left join {{ ref(model) }} as {{ column }}_news
        on
            recorded._supplier = {{ column }}_news.supplier
            and recorded.{{ key }} = {{ column }}_news.record_key
    {%- endfor %}
    where
        {% for name in keys -%}
        {{ 'and ' if not loop.first }}
        {%- if name == entity -%}
        coalesce({{ name }}_standing.is_standing, true)
        {%- else -%}
        not coalesce({{ name }}_standing.is_dropped, false)
        {%- endif %}
        {% endfor %}
{%- endmacro %}
