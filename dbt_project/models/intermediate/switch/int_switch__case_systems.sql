with

case_systems as (

    select *
    from {{ ref('stg_control__case_systems') }}
    -- with one case system there is nothing to pair
    qualify count(*) over () > 1

)

select * from case_systems
