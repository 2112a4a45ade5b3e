{# numerator / denominator x scale, in units of the last decimal place, by cfg.round.mode
   on the exact fraction: half_up, half_even or down. Whole numbers only, never a float. #}
{% macro rounded(numerator, denominator, scale, places, mode) -%}
    {%- set exact = numerator ~ "::hugeint * " ~ scale ~ " * [1, 10, 100, 1000][" ~ places ~ " + 1]" -%}
    {%- set half_up = "(2 * " ~ exact ~ " + " ~ denominator ~ ") // (2 * " ~ denominator ~ ")" -%}
    case {{ mode }}
        when 'down' then ({{ exact }}) // {{ denominator }}
        when 'half_even'
            then
                {{ half_up }}
                - (
                    (2 * {{ exact }} + {{ denominator }}) % (2 * {{ denominator }}) = 0
                    and {{ half_up }} % 2 = 1
                )::integer
        else {{ half_up }}
    end
{%- endmacro %}
