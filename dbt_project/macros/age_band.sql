{# Age band of cfg.kpi9.age_bands: 10-14 and 15-17, or 10-15 and 16-17. #}
{% macro age_band(age, bands) -%}
    case
        when {{ age }} <= string_split(string_split({{ bands }}, ',')[1], '-')[2]::integer
            then string_split({{ bands }}, ',')[1]
        else string_split({{ bands }}, ',')[2]
    end
{%- endmacro %}
