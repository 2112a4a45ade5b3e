with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

default_versions as (

    select
        quarters.quarter,
        calculations.calculation_id,
        calculations.rule_version
    from quarters
    inner join calculations
        on
            quarters.start_date
            >= coalesce(calculations.default_from, date '0001-01-01')
            and quarters.start_date
            < coalesce(calculations.default_to, date '9999-12-31')
    where calculations.is_default

)

select * from default_versions
