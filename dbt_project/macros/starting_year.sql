{# Year in which a financial year starts, from 2024, 2024/25 or 2024-25; null when it is
   none of them, or the second year does not follow the first. #}
{% macro starting_year(column) -%}
    case
        when regexp_full_match(trim({{ column }}), '20[0-9]{2}')
            then try_cast(trim({{ column }}) as integer)
        when
            regexp_full_match(trim({{ column }}), '20[0-9]{2} ?[-/] ?(20)?[0-9]{2}')
            and (try_cast(left(trim({{ column }}), 4) as integer) + 1) % 100
            = try_cast(right(trim({{ column }}), 2) as integer)
            then try_cast(left(trim({{ column }}), 4) as integer)
    end
{%- endmacro %}
