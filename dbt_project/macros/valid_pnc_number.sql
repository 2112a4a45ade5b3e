{# Police National Computer number as 1999/123456X, or null: the last letter must be
   year and serial modulo 23. 99/123456X and 1999/0123456X are the same number. Two
   figures from 40 on are of the last century: the computer dates from 1974. #}
{% macro valid_pnc_number(column) -%}
    {%- set pnc = "upper(replace(trim(" ~ column ~ "), ' ', ''))" -%}
    {%- set year = "cast(right(split_part(" ~ pnc ~ ", '/', 1), 2) as integer)" -%}
    {%- set tail = "split_part(" ~ pnc ~ ", '/', 2)" -%}
    {%- set serial = "cast(left(" ~ tail ~ ", -1) as bigint)" -%}
    case
        when regexp_full_match({{ pnc }}, '([0-9]{2}|19[0-9]{2}|20[0-9]{2})/[0-9]{1,7}[A-Z]')
            then case
                when
                    'ZABCDEFGHJKLMNPQRTUVWXY'[
                        1 + ({{ year }} * 10000000 + {{ serial }}) % 23
                    ] = right({{ tail }}, 1)
                    then
                        cast(
                            {{ year }}
                            + case when {{ year }} >= 40 then 1900 else 2000 end
                            as varchar
                        )
                        || '/' || {{ serial }} || right({{ tail }}, 1)
            end
    end
{%- endmacro %}
