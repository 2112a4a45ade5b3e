{# numerator / denominator x scale, in units of the last decimal place, rounded half up
   on the exact fraction: whole numbers only, never a float. #}
{% macro half_up(numerator, denominator, scale, places) -%}
    (2 * {{ numerator }}::hugeint * {{ scale }} * [1, 10, 100, 1000][{{ places }} + 1] + {{ denominator }})
    // (2 * {{ denominator }})
{%- endmacro %}
