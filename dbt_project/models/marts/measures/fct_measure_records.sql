with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

records as (

    {% for kind in ['case', 'status', 'involvement', 'board'] %}
        select * from {{ ref('int_measures__' ~ kind ~ '_records') }}
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}

),

measure_records as (

    select
        -- ids
        records.topic,
        records.point,
        records.calculation_id,
        calculations.rule_version,
        records.service,
        records.quarter,
        records.unit_id,

        -- texts
        records.fact,
        records.verdict,

        -- lineage
        records.supplier,
        records.entity,
        records.file_sha256,
        records.row_number
    from records
    inner join calculations
        on records.calculation_id = calculations.calculation_id

)

select * from measure_records
