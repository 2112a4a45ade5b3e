with

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__offence_scores') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

characteristics as (

    select * from {{ ref('int_orders__characteristics') }}

),

printed as (

    select breakdown from {{ ref('measure_breakdowns') }}
    where measure = 'kpi9f'

),

-- with serious violence at ages of two bands a child is in both
children as (

    select
        proven.calculation_id,
        proven.service,
        proven.quarter,
        proven.unit_id,
        bool_or(serious_offences.is_serious_violence) as has_serious_violence,
        flatten(
            list(
                {{ demographic_breakdowns(
                    age_band('proven.age', 'calculations.kpi9_age_bands'),
                    'characteristics'
                ) }}
            ) filter (where serious_offences.is_serious_violence)
        ) as breakdowns
    from proven
    inner join calculations
        on proven.calculation_id = calculations.calculation_id
    inner join serious_offences
        on
            proven.calculation_id = serious_offences.calculation_id
            and proven.service = serious_offences.service
            and proven.ypid = serious_offences.ypid
            and proven.offence_id = serious_offences.offence_id
    inner join characteristics
        on
            proven.calculation_id = characteristics.calculation_id
            and proven.service = characteristics.service
            and proven.unit_id = characteristics.unit_id
            and proven.quarter
            between characteristics.first_quarter and characteristics.last_quarter
    group by proven.calculation_id, proven.service, proven.quarter, proven.unit_id

),

-- the age bands are a setting, sexes and ethnic groups are those printed
groups as (

    select
        calculations.calculation_id,
        printed.breakdown
    from calculations
    cross join printed
    union all
    select
        calculation_id,
        {{ breakdown({'age': "unnest(string_split(kpi9_age_bands, ','))"}) }}
            as breakdown
    from calculations

),

by_group as (

    select
        children.*,
        groups.breakdown,
        list_contains(children.breakdowns, groups.breakdown) as is_in_group
    from children
    inner join groups on children.calculation_id = groups.calculation_id
    where children.has_serious_violence

),

members as (

    {{ members('kpi9b', "'{}'", 'unit_id', 'has_serious_violence', 'children') }}
    union all
    {{ members('kpi9f', 'breakdown', 'unit_id', 'is_in_group', 'by_group') }}

)

select * from members
