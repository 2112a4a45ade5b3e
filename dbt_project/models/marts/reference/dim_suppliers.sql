with

suppliers as (

    select * from {{ ref('suppliers') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

records as (

    select
        supplier,
        count(*) as persons_count
    from {{ ref('int_identity__records') }}
    group by supplier

),

described as (

    select
        -- ids
        suppliers.supplier,

        -- texts
        suppliers.supplier_name,
        suppliers.supplier_kind,

        -- measures
        coalesce(records.persons_count, 0) as persons_count,

        -- flags
        case_systems.supplier is not null as is_case_system_in_force
    from suppliers
    left join records on suppliers.supplier = records.supplier
    left join case_systems on suppliers.supplier = case_systems.supplier

)

select * from described
