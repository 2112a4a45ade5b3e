{# The last file sent for each extract date, one row each, to join a supplier's rows to.
   For suppliers whose every file is a whole: a row sent again alone needs its own key. #}
{% macro latest_sendings(relation) -%}
    (
        select
            _extract_date,
            first(
                _file_sha256 order by _landed_at desc, _file_sha256 asc
            ) as _file_sha256
        from (select distinct _extract_date, _landed_at, _file_sha256 from {{ relation }})
        group by _extract_date
    )
{%- endmacro %}
