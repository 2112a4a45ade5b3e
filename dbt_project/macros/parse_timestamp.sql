{# Moment from text in any style that suppliers use; null when it is none of them.
   A year of two figures would be read as the first century: it counts as unreadable. #}
{% macro parse_timestamp(column) -%}
    case
        when {{ column }} > '' then nullif(
            greatest(
                try_strptime(
                    trim({{ column }}),
                    [
                        '%d/%m/%Y', '%Y-%m-%d', '%d %b %Y', '%Y-%b-%d %H:%M:%S',
                        '%d/%m/%Y %H:%M', '%d %b %Y %H:%M:%S', '%d/%m/%Y %H:%M:%S',
                        '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S'
                    ]
                ),
                timestamp '1900-01-01'
            ),
            timestamp '1900-01-01'
        )
    end
{%- endmacro %}
