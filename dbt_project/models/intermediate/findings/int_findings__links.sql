with

links as (

    {% for relation, left_id, right_id in [
        ('int_case__programme_offences', 'programme_id', 'offence_id'),
        ('int_case__victim_offences', 'victim_intervention_id', 'offence_id'),
        ('int_case__hearing_offences', 'hearing_id', 'offence_id'),
    ] %}
        select
            service,
            ypid,
            unnest(['{{ left_id }}', '{{ right_id }}']) as id_name,
            unnest([{{ left_id }}, {{ right_id }}]) as id,
            _supplier,
            _entity,
            _file_sha256,
            _row_number
        from {{ ref(relation) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

-- what a link may name, of each child
records as (

    {% for relation, id in [
        ('int_case__offences', 'offence_id'),
        ('int_case__programmes', 'programme_id'),
        ('int_case__victim_interventions', 'victim_intervention_id'),
        ('int_case__hearings', 'hearing_id'),
    ] %}
        select
            service,
            ypid,
            '{{ id }}' as id_name,
            {{ id }} as id
        from {{ ref(relation) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

-- rows of other suppliers without their record are orphan rows
broken as (

    select links.*
    from links
    anti join records
        on
            links.service = records.service
            and links.ypid = records.ypid
            and links.id_name = records.id_name
            and links.id = records.id
    where links._supplier = 'case_document'

),

findings as (

    select
        'DQ-LINK-BROKEN' as finding_code,
        service,
        cast(null as varchar) as quarter,
        ypid || coalesce('|' || id, '') as unit_id,
        replace(id_name, '_', ' ') as column_name,
        cast(null as varchar) as detail,
        _supplier as supplier,
        _entity as entity,
        _file_sha256 as file_sha256,
        _row_number as row_number
    from broken

)

select * from findings
