with

suppliers as (

    select * from {{ ref('suppliers') }}

),

senders as (

    select * from {{ ref('int_identity__suppliers') }}

),

described as (

    select
        -- ids
        suppliers.supplier,

        -- texts
        suppliers.supplier_name,
        suppliers.supplier_kind,

        -- measures
        coalesce(senders.persons_count, 0) as persons_count,

        -- flags
        coalesce(senders.is_case_system_in_force, false) as is_case_system_in_force
    from suppliers
    left join senders on suppliers.supplier = senders.supplier

)

select * from described
