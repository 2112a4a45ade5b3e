with

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

cohorts as (

    select * from {{ ref('int_measures__cohorts') }}

),

reoffences as (

    select * from {{ ref('int_measures__reoffences') }}

),

reoffenders as (

    select distinct
        calculation_id,
        service,
        quarter,
        unit_id
    from reoffences

),

-- the three measures of one quarter's cohort: its children, those of them who
-- reoffended, and their reoffences
of_cohorts as (

    select
        cohorts.calculation_id,
        cohorts.service,
        cohorts.quarter,
        'reoffending_binary' as measure,
        cohorts.unit_id,
        reoffenders.unit_id is not null as in_numerator,
        true as in_denominator
    from cohorts
    left join reoffenders
        on
            cohorts.calculation_id = reoffenders.calculation_id
            and cohorts.service = reoffenders.service
            and cohorts.quarter = reoffenders.quarter
            and cohorts.unit_id = reoffenders.unit_id
    union all
    select
        calculation_id,
        service,
        quarter,
        'reoffending_frequency' as measure,
        unit_id,
        false as in_numerator,
        true as in_denominator
    from reoffenders
    union all
    select
        calculation_id,
        service,
        quarter,
        'reoffences_per_child' as measure,
        unit_id,
        false as in_numerator,
        true as in_denominator
    from cohorts
    union all
    select
        calculation_id,
        service,
        quarter,
        unnest(['reoffending_frequency', 'reoffences_per_child']) as measure,
        offence_unit_id as unit_id,
        true as in_numerator,
        false as in_denominator
    from reoffences

),

-- a twelve-month figure is the sum of four cohorts, a child in two counts twice
members as (

    select
        calculation_id,
        service,
        quarter,
        measure,
        '{"period":"quarter"}' as breakdown,
        unit_id,
        in_numerator,
        in_denominator
    from of_cohorts
    union all
    select
        of_cohorts.calculation_id,
        of_cohorts.service,
        years.quarter,
        of_cohorts.measure,
        '{"period":"12m"}' as breakdown,
        of_cohorts.quarter || '|' || of_cohorts.unit_id as unit_id,
        of_cohorts.in_numerator,
        of_cohorts.in_denominator
    from of_cohorts
    inner join quarters as parts on of_cohorts.quarter = parts.quarter
    inner join quarters as years
        on
            parts.start_date >= years.year_start_date
            and parts.start_date <= years.start_date

)

select * from members
