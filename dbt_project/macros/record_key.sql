{# Key of a record that tells nothing about it: salted, so that nobody without the
   secret of this home can find the supplier's record. The model must have `salt`. #}
{% macro record_key(parts) -%}
    left(
        sha256(
            salt.salt || '|' || {{ parts | join(" || '|' || ") }}
        ),
        16
    )
{%- endmacro %}
