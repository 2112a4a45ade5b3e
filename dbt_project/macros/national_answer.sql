{# Yes, No or Not known as the national case document writes them. Any other text goes
   out as it is, so that the gate of the return names it. #}
{% macro national_answer(column) -%}
    case {{ column }}
        when 'YES' then 'Yes'
        when 'NO' then 'No'
        when 'NOT KNOWN' then 'Not known'
        else {{ column }}
    end
{%- endmacro %}
