{# Unique pupil number in upper case, or null: the first letter must be the sum of
   digit x position (2 to 13) modulo 23. The last place of a temporary number is a
   letter and counts by its place in the same list. #}
{% macro valid_upn(column) -%}
    {%- set upn = "upper(trim(" ~ column ~ "))" -%}
    {%- set letters = "'ABCDEFGHJKLMNPQRTUVWXYZ'" -%}
    case
        when
            regexp_full_match(
                {{ upn }}, '[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]'
            )
            and {{ letters }}[
                1 + (
                    {% for place in range(2, 13) -%}
    try_cast({{ upn }}[{{ place }}] as integer) * {{ place }} +
                    {% endfor -%}
                    13 * coalesce(
                        try_cast({{ upn }}[13] as integer),
                        strpos({{ letters }}, {{ upn }}[13]) - 1
                    )
                ) % 23
            ] = {{ upn }}[1]
            then {{ upn }}
    end
{%- endmacro %}
