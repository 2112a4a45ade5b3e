with

records as (

    select * from {{ ref('int_identity__records') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

suppliers as (

    select
        -- ids
        records.supplier,

        -- measures
        count(*) as persons_count,

        -- flags
        bool_or(case_systems.supplier is not null) as is_case_system_in_force
    from records
    left join case_systems on records.supplier = case_systems.supplier
    group by records.supplier

)

select * from suppliers
