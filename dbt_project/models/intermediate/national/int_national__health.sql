with

mental_health as (

    {{ conformed_rows('int_case__mental_health') }}

),

substance_misuse as (

    {{ conformed_rows('int_case__substance_misuse') }}

),

items as (

    {% for rows, kind, name in [
        ('mental_health', 'health.mentalHealth.kpi4MentalHealthWellbeing', 'kpi4MH'),
        ('substance_misuse', 'health.substanceMisuse.kpi5SubstanceMisuse', 'kpi5SM'),
    ] -%}
        select
            service,
            ypid,
            '{{ kind }}' as kind,
            screened_date,
            _row_number,
        {{ national_fields(
            {
                name ~ 'DateScreened': national_date('screened_date'),
                name ~ 'DateReferred': national_date('referred_date'),
                name ~ 'DateOffered': national_date('offered_date'),
                name ~ 'DateAttendedStart': national_date('attended_start_date'),
                name ~ 'DateAttendedEnd': national_date('attended_end_date'),
            },
            {name ~ 'InterventionType': 'intervention_type_code'},
        ) }} as fields
        from {{ rows }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

national_health as (

    select
        service,
        ypid,
        kind,
        row_number() over (
            partition by service, ypid, kind order by screened_date, _row_number
        ) as item_number,
        1 as parent_number,
        fields
    from items

)

select * from national_health
