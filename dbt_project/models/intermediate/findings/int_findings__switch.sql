with

standing as (

    select * from {{ ref('int_switch__standing') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

records as (

    select * from {{ ref('int_switch__records') }}

),

person_pairs as (

    select * from {{ ref('int_switch__persons') }}

),

persons as (

    select * from {{ ref('stg_case_system__persons') }}

),

children as (

    select * from {{ ref('int_case__system_children') }}

),

-- what only a system that the service has left knows
left_behind as (

    select standing.*
    from standing
    inner join case_systems on standing.supplier = case_systems.supplier
    where not standing.has_successor and case_systems.valid_to < date '9999-12-31'

),

of_records as (

    select
        case
            when left_behind.is_dropped then 'DQ-SWITCH-WRONG-SYSTEM'
            else 'DQ-SWITCH-RECORD-LEFT'
        end as finding_code,
        children.service,
        children.ypid || '|' || records.record_key as unit_id,
        records.entity as detail,
        records.supplier,
        records._entity as entity,
        records._file_sha256 as file_sha256,
        records._row_number as row_number
    from left_behind
    inner join records
        on
            left_behind.entity = records.entity
            and left_behind.supplier = records.supplier
            and left_behind.record_key = records.record_key
    inner join children
        on
            records.supplier = children._supplier
            and records.system_person_id = children.system_person_id
    -- of a child that was left behind altogether one word is enough
    where left_behind.is_dropped or not children.is_standing

),

of_children as (

    select
        'DQ-SWITCH-CHILD-LEFT' as finding_code,
        children.service,
        children.ypid as unit_id,
        cast(null as varchar) as detail,
        persons._supplier as supplier,
        persons._entity as entity,
        persons._file_sha256 as file_sha256,
        persons._row_number as row_number
    from left_behind
    inner join persons
        on
            left_behind.entity = 'persons'
            and left_behind.supplier = persons._supplier
            and left_behind.record_key = persons.system_person_id
    inner join children
        on
            persons._supplier = children._supplier
            and persons.system_person_id = children.system_person_id

),

of_merged_children as (

    select
        'DQ-SWITCH-CHILDREN-MERGED' as finding_code,
        children.service,
        children.ypid as unit_id,
        pairs.old_supplier || ' ' || string_agg(
            pairs.old_person_id, ', ' order by pairs.old_person_id
        ) as detail,
        persons._supplier as supplier,
        any_value(persons._entity) as entity,
        any_value(persons._file_sha256) as file_sha256,
        any_value(persons._row_number) as row_number
    from person_pairs as pairs
    inner join persons
        on
            pairs.new_supplier = persons._supplier
            and pairs.new_person_id = persons.system_person_id
    inner join children
        on
            persons._supplier = children._supplier
            and persons.system_person_id = children.system_person_id
    group by pairs.old_supplier, children.service, children.ypid, persons._supplier
    having count(*) > 1

),

switch_findings as (

    select * from of_records
    union all
    select * from of_children
    union all
    select * from of_merged_children

)

select * from switch_findings
