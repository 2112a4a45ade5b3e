with

case_systems as (

    select * from {{ ref('int_switch__case_systems') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

),

parents as (

    select * from {{ ref('int_switch__parents') }}

),

natural_records as (

    select * from {{ ref('int_case__natural_records') }}

),

of_children as (

    select
        natural_records.*,
        case_systems.system_number,
        children.child_id,
        parents.belongs_to
    from natural_records
    inner join case_systems on natural_records._supplier = case_systems.supplier
    inner join children
        on
            natural_records._supplier = children.supplier
            and natural_records.system_person_id = children.supplier_person_id
    left join parents
        on
            natural_records.entity = parents.entity
            and natural_records._supplier = parents._supplier
            and natural_records.record_key = parents.record_key

),

records as (

    select
        -- ids
        entity,
        _supplier as supplier,
        system_number,
        record_key,
        system_person_id,
        child_id,

        -- texts: the natural key, and the same without what the record belongs to
        concat_ws('|', child_id, entity, coalesce(said, ''), belongs_to) as said_key,
        concat_ws('|', child_id, entity, dated_on, coalesce(said, '')) as day_key,
        said,
        belongs_to,

        -- dates
        dated_on,
        ended_on,

        -- lineage
        _entity,
        _file_sha256,
        _row_number
    from of_children

)

select * from records
