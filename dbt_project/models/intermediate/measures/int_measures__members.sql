with

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

of_orders as (

    select
        *,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__accommodation') }}
    union all by name
    select
        *,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__education') }}
    union all by name
    select
        *,
        null::varchar as unit_part
    from {{ ref('int_measures__education_hours') }}
    union all by name
    select
        *,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__special_needs') }}
    union all by name
    select
        *,
        true as in_denominator
    from {{ ref('int_measures__out_of_court') }}
    union all by name
    select
        *,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__wider_services') }}
    union all by name
    select
        *,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__serious_violence') }}

),

of_years as (

    select distinct
        calculation_id,
        service,
        quarter,
        measure,
        breakdown,
        unit_id,
        in_numerator,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__first_time_entrants') }}
    union all by name
    select distinct
        calculation_id,
        service,
        quarter,
        measure,
        breakdown,
        unit_id,
        in_numerator,
        null::varchar as unit_part,
        true as in_denominator
    from {{ ref('int_measures__custody') }}

),

members as (

    select * from of_orders
    union all by name
    select * from of_years

),

known_quarters as (

    select members.*
    from members
    inner join quarters on members.quarter = quarters.quarter

)

select * from known_quarters
