{# Sex first, then gender (or the reverse by cfg.sex_precedence), else unknown. #}
{% macro sex_name(setting, relation) -%}
    case
        case
            when {{ setting }}.sex_precedence = 'sex_first'
                then case
                    when {{ relation }}.sex_code in ('1', '2') then {{ relation }}.sex_code
                    else {{ relation }}.gender_code
                end
            else case
                when {{ relation }}.gender_code in ('1', '2') then {{ relation }}.gender_code
                else {{ relation }}.sex_code
            end
        end
        when '1' then 'Male'
        when '2' then 'Female'
        else 'Unknown gender'
    end
{%- endmacro %}
