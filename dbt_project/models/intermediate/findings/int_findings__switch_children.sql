with

standing as (

    select *
    from {{ ref('int_switch__standing') }}
    where entity = 'persons' and not has_successor

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

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

-- whom only a system that the service has left knows
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
    from standing
    inner join case_systems
        on
            standing.supplier = case_systems.supplier
            and case_systems.valid_to < date '9999-12-31'
    inner join persons
        on
            standing.supplier = persons._supplier
            and standing.record_key = persons.system_person_id
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

switch_children as (

    select * from of_children
    union all
    select * from of_merged_children

)

select * from switch_children
