with

keys as (

    select * from {{ ref('int_measures__record_keys') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

persons as (

    select * from {{ ref('int_case__persons') }}

),

offences as (

    select * from {{ ref('int_case__offences') }}

),

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

found as (

    select
        keys.calculation_id,
        keys.service,
        keys.quarter,
        keys.measure,
        keys.unit_id,
        unnest([
            persons._supplier,
            offences._supplier,
            outcomes._supplier,
            programmes._supplier
        ]) as supplier,
        unnest([
            persons._entity,
            offences._entity,
            outcomes._entity,
            programmes._entity
        ]) as entity,
        unnest([
            persons._file_sha256,
            offences._file_sha256,
            outcomes._file_sha256,
            programmes._file_sha256
        ]) as file_sha256,
        unnest([
            persons._row_number,
            offences._row_number,
            outcomes._row_number,
            programmes._row_number
        ]) as row_number
    from keys
    inner join persons
        on keys.service = persons.service and keys.ypid = persons.ypid
    left join offences
        on
            keys.service = offences.service
            and keys.ypid = offences.ypid
            and keys.offence_id = offences.offence_id
    left join outcomes
        on
            keys.service = outcomes.service
            and keys.ypid = outcomes.ypid
            and keys.offence_id = outcomes.offence_id
            and keys.outcome_number = outcomes.outcome_number
    left join programmes
        on
            keys.service = programmes.service
            and keys.ypid = programmes.ypid
            and keys.programme_id = programmes.programme_id

),

statuses as (

    {% for measure, relation in [
        ('kpi1', 'int_orders__residences'),
        ('kpi2', 'int_orders__ete_statuses'),
        ('kpi3', 'int_orders__send_statuses'),
        ('kpi7', 'int_orders__care_statuses'),
    ] %}
        select
            calculation_id,
            service,
            quarter,
            '{{ measure }}' as measure,
            unit_id,
            _supplier as supplier,
            _entity as entity,
            _file_sha256 as file_sha256,
            _row_number as row_number
        from {{ ref(relation) }}
        {% if measure in ('kpi1', 'kpi2') %}where point = 'end'{% endif %}
        {% if measure == 'kpi7' %}where is_during or is_at_end{% endif %}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

measure_records as (

    select distinct
        all_records.measure,
        all_records.calculation_id,
        calculations.rule_version,
        all_records.service,
        all_records.quarter,
        all_records.unit_id,
        all_records.supplier,
        all_records.entity,
        all_records.file_sha256,
        all_records.row_number
    from (
        select * from found
        where file_sha256 is not null
        union all by name
        select * from statuses
    ) as all_records
    inner join calculations
        on all_records.calculation_id = calculations.calculation_id

)

select * from measure_records
