{# NHS number as ten digits, or null: the check digit (modulo 11) must agree, and a
   number of one repeated digit is nobody's. Not for display: spaces are dropped. #}
{% macro valid_nhs_number(column) -%}
    {%- set digits = "replace(trim(" ~ column ~ "), ' ', '')" -%}
    case
        when
            regexp_full_match({{ digits }}, '[0-9]{10}')
            and {{ digits }} != repeat({{ digits }}[1], 10)
            and (
                11 - (
                    {% for place in range(1, 10) -%}
        try_cast({{ digits }}[{{ place }}] as integer) * {{ 11 - place }}
        {%- if not loop.last %} + {% endif %}
    {% endfor %}
                ) % 11
            ) % 11 = try_cast({{ digits }}[10] as integer)
            then {{ digits }}
    end
{%- endmacro %}
