with

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

records as (

    select * from {{ ref('int_switch__records') }}

),

exact_pairs as (

    select * from {{ ref('int_switch__exact_pairs') }}

),

paired as (

    select
        entity,
        old_supplier as supplier,
        old_key as record_key,
        new_supplier as other_supplier
    from exact_pairs
    union all
    select
        entity,
        new_supplier as supplier,
        new_key as record_key,
        old_supplier as other_supplier
    from exact_pairs

),

unpaired as (

    select
        records.*,
        others.supplier as other_supplier,
        row_number() over (
            partition by records.supplier, others.supplier, records.day_key
            order by records.belongs_to, records.ended_on, records.record_key
        ) as nth
    from records
    inner join case_systems as others on records.supplier != others.supplier
    anti join paired
        on
            records.entity = paired.entity
            and records.supplier = paired.supplier
            and records.record_key = paired.record_key
            and others.supplier = paired.other_supplier

),

day_keys as (

    select distinct
        supplier,
        day_key
    from records

),

left_over as (

    select
        -- ids
        unpaired.entity,
        unpaired.supplier,
        unpaired.system_number,
        unpaired.record_key,
        unpaired.child_id,
        unpaired.other_supplier,

        -- texts
        unpaired.said_key,
        unpaired.day_key,
        unpaired.belongs_to,

        -- dates
        unpaired.dated_on,

        -- measures
        unpaired.nth,

        -- flags
        day_keys.day_key is not null as is_double
    from unpaired
    left join day_keys
        on
            unpaired.other_supplier = day_keys.supplier
            and unpaired.day_key = day_keys.day_key

)

select * from left_over
