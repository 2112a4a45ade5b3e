{# A period in words, from first to last day; an open or unknown end says so. Not for
   periods that the case system leaves out altogether. #}
{% macro span_text(first, last) -%}
    case
        when {{ first }} is null or {{ first }} <= date '0001-01-01' then 'start unknown'
        else {{ first }}::varchar
    end
    || ' to '
    || case
        when {{ last }} is null or {{ last }} >= date '9999-12-31' then 'open'
        else {{ last }}::varchar
    end
{%- endmacro %}
