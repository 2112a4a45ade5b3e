{# The day from which an Early Help referral counts as made in the order. The YJB's code
   takes the first day of the programme, also for a licence. #}
{% macro referral_from_date(order, calculation) -%}
    case
            when {{ behaves_as_code(calculation, 'early_help_from_programme_start') }}
                then {{ order }}.start_date
            else {{ order }}.order_start_date
        end
{%- endmacro %}
