{# Text like `FINE=YES,REFERRAL_ORDER=NO` as a map of codes to booleans; `none` is an
   empty map. Not for text that a person typed: see warehouse/setting_kinds. #}
{% macro flag_map(column) -%}
    map_from_entries(list_transform(
        list_filter(string_split({{ column }}, ','), flag -> contains(flag, '=')),
        flag -> (split_part(flag, '=', 1), split_part(flag, '=', 2) = 'YES')
    ))
{%- endmacro %}
