with

national_items as (

    {% for name in [
        'document_items', 'persons', 'offences', 'hearings', 'programmes', 'statuses',
        'health', 'victims', 'assessments'
    ] -%}
        select
            service,
            ypid,
            kind,
            item_number,
            parent_number,
            fields
        from {{ ref('int_national__' ~ name) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

select * from national_items
