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

left_over as (

    select * from {{ ref('int_switch__left_over') }}

),

near_pairs as (

    select * from {{ ref('int_switch__near_pairs') }}

),

children as (

    select * from {{ ref('int_case__system_children') }}

),

-- what only a system that the service has left knows; of a child that it alone knows
-- one word is enough, said in int_findings__switch_children
left_behind as (

    select
        case
            when standing.is_dropped then 'DQ-SWITCH-WRONG-SYSTEM'
            else 'DQ-SWITCH-RECORD-LEFT'
        end as finding_code,
        records.*
    from standing
    inner join case_systems
        on
            standing.supplier = case_systems.supplier
            and case_systems.valid_to < date '9999-12-31'
    inner join records
        on
            standing.entity = records.entity
            and standing.supplier = records.supplier
            and standing.record_key = records.record_key
    inner join children
        on
            records.supplier = children._supplier
            and records.system_person_id = children.system_person_id
            and (standing.is_dropped or not children.is_standing)
    where not standing.has_successor

),

-- what was one record before the switch and is two since
doubles as (

    select
        'DQ-SWITCH-RECORD-TWICE' as finding_code,
        records.*
    from left_over
    inner join case_systems on left_over.supplier = case_systems.supplier
    inner join case_systems as others
        on
            left_over.other_supplier = others.supplier
            and case_systems.system_number > others.system_number
    inner join records
        on
            left_over.entity = records.entity
            and left_over.supplier = records.supplier
            and left_over.record_key = records.record_key
    anti join near_pairs
        on
            left_over.entity = near_pairs.entity
            and left_over.supplier = near_pairs.new_supplier
            and left_over.record_key = near_pairs.new_key
    where left_over.is_double and left_over.dated_on < case_systems.valid_from

),

united as (

    select * from left_behind
    union
    select * from doubles

),

switch_records as (

    select
        united.finding_code,
        children.service,
        children.ypid || '|' || united.record_key as unit_id,
        united.entity as detail,
        united.supplier,
        united._entity as entity,
        united._file_sha256 as file_sha256,
        united._row_number as row_number
    from united
    inner join children
        on
            united.supplier = children._supplier
            and united.system_person_id = children.system_person_id

)

select * from switch_records
