{# Moment from text in any style that suppliers use; null when it is none of them.
   A year of two figures would be read as the first century: it counts as unreadable. #}
{% macro parse_timestamp(column) -%}
    {#- a style that does not fit costs ten times one that does, so the shape chooses -#}
    {%- set styles_of_shape = {
        '__/__/____': "'%d/%m/%Y'",
        '____-__-__': "'%Y-%m-%d'",
        '____-___-__ __:__:__': "'%Y-%b-%d %H:%M:%S'",
    } -%}
    case
        when {{ column }} > '' then nullif(
            greatest(
                case
                    {% for shape, style in styles_of_shape.items() -%}
                    when trim({{ column }}) like '{{ shape }}'
                        then try_strptime(trim({{ column }}), {{ style }})
                    {% endfor -%}
                    else try_strptime(
                        trim({{ column }}),
                        [
                            '%d/%m/%Y', '%Y-%m-%d', '%d %b %Y', '%Y-%b-%d %H:%M:%S',
                            '%d/%m/%Y %H:%M', '%d %b %Y %H:%M:%S', '%d/%m/%Y %H:%M:%S',
                            '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S'
                        ]
                    )
                end,
                timestamp '1900-01-01'
            ),
            timestamp '1900-01-01'
        )
    end
{%- endmacro %}
