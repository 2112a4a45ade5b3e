with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

orders as (

    select * from {{ ref('int_orders__ended') }}

),

-- a year ends with any quarter, once four quarters of the KPIs lie behind it
years as (

    select
        years.quarter,
        parts.quarter as part
    from quarters as years
    inner join quarters as parts
        on parts.start_date between years.year_start_date and years.start_date
    where years.year_start_date >= date '2023-04-01'

),

-- with cfg.annual.dedupe the child's most serious order of the year decides
deciding_orders as (

    select
        orders.calculation_id,
        orders.service,
        orders.unit_id,
        years.quarter,
        years.part
    from orders
    inner join years on orders.quarter = years.part
    qualify row_number() over (
        partition by
            orders.calculation_id, orders.service, orders.unit_id, years.quarter
        order by {{ most_serious_first() }}
    ) = 1

),

headlines as (

    {% for model in [
        'accommodation', 'education', 'special_needs', 'health', 'out_of_court',
        'wider_services', 'serious_violence', 'victims',
    ] %}
        select
            *,
            measure not in ('kpi6', 'kpi9', 'kpi10') as is_of_orders
        from {{ ref('int_measures__' ~ model) }}
        where
            breakdown = '{}'
            and measure in (
                'kpi1', 'kpi2', 'kpi3', 'kpi4', 'kpi5', 'kpi6', 'kpi7', 'kpi9',
                'kpi10'
            )
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}

),

-- summed: a unit counts in each of the four quarters. Once a year: in the quarter that
-- decides, else in the first that counts it
members as (

    select
        headlines.calculation_id,
        headlines.service,
        years.quarter,
        headlines.measure,
        '{"period":"12m"}' as breakdown,
        years.part || '|' || headlines.unit_id as unit_id,
        coalesce(headlines.unit_part, '') as unit_part,
        headlines.in_numerator,
        coalesce(headlines.in_denominator, true) as in_denominator
    from headlines
    inner join years on headlines.quarter = years.part
    inner join calculations
        on headlines.calculation_id = calculations.calculation_id
    left join deciding_orders
        on
            headlines.calculation_id = deciding_orders.calculation_id
            and headlines.service = deciding_orders.service
            and headlines.unit_id = deciding_orders.unit_id
            and years.quarter = deciding_orders.quarter
            and years.part = deciding_orders.part
    where
        not calculations.is_once_a_year
        or not headlines.is_of_orders
        or deciding_orders.part is not null
    qualify
        not calculations.is_once_a_year
        or row_number() over (
            partition by
                headlines.calculation_id,
                headlines.service,
                years.quarter,
                headlines.measure,
                headlines.unit_id,
                headlines.unit_part
            order by
                headlines.in_numerator desc,
                headlines.in_denominator desc,
                years.part asc
        ) = 1

)

select * from members
