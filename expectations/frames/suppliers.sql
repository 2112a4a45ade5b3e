-- Grain: one row per supplier that the return needs.
select
    supplier as record_id,
    is_stale
from (
    select unnest(
        from_json(
            $suppliers, '[{"supplier":"VARCHAR","is_stale":"BOOLEAN"}]'
        ),
        recursive := true
    )
) as ages
