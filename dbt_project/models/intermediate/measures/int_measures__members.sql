with

quarters as (

    select * from {{ ref('int_rules__quarters') }}

),

-- where a model does not say, every member is in the base and has one part
of_quarters as (

    {% for model in [
        'accommodation', 'education', 'education_hours', 'education_provision',
        'special_needs', 'special_needs_groups', 'health', 'out_of_court',
        'wider_services', 'wider_services_by_order', 'board', 'serious_violence',
        'serious_violence_children', 'victims', 'remand', 'reoffending',
        'annual',
    ] %}
        select * from {{ ref('int_measures__' ~ model) }}
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}

),

of_years as (

    {% for model in ['first_time_entrants', 'custody', 'cautioned_or_sentenced'] %}
        select distinct
            calculation_id,
            service,
            quarter,
            measure,
            breakdown,
            unit_id,
            in_numerator
        from {{ ref('int_measures__' ~ model) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

members as (

    select * from of_quarters
    union all by name
    select * from of_years

),

known_quarters as (

    select
        members.* exclude (unit_part, in_denominator),
        coalesce(members.unit_part, '') as unit_part,
        coalesce(members.in_denominator, true) as in_denominator
    from members
    inner join quarters on members.quarter = quarters.quarter

)

select * from known_quarters
