with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

populations as (

    select * from {{ ref('populations') }}

),

-- the newest text of the vintage wins for a service and year
whole_services as (

    select
        service,
        year as population_year,
        max_by(population_10_17, vintage) as population
    from populations
    where local_authority = 'ALL'
    group by service, year

),

-- the year of the rule, else the newest older year, else the oldest
ranked as (

    select
        calculations.calculation_id,
        quarters.quarter,
        whole_services.service,
        whole_services.population,
        whole_services.population_year,
        quarters.financial_year_start + calculations.population_year_offset
            as wanted_year
    from calculations
    cross join quarters
    cross join whole_services

),

chosen as (

    select
        calculation_id,
        quarter,
        service,
        population,
        population_year,
        wanted_year,
        population_year = wanted_year as is_wanted_year
    from ranked
    qualify row_number() over (
        partition by calculation_id, quarter, service
        order by
            population_year <= wanted_year desc,
            abs(population_year - wanted_year)
    ) = 1

)

select * from chosen
