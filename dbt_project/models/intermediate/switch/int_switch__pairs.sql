{# table of links, its two keys, the tables they name #}
{% set links = [
    ('hearing_offences', 'hearing_id', 'hearings'),
    ('programme_offences', 'programme_id', 'programmes'),
    ('victim_contact_offences', 'victim_contact_id', 'victim_contacts'),
] %}

with

persons as (

    select * from {{ ref('int_switch__persons') }}

),

exact_pairs as (

    select * from {{ ref('int_switch__exact_pairs') }}

),

near_pairs as (

    select * from {{ ref('int_switch__near_pairs') }}

),

record_pairs as (

    select * from exact_pairs
    union all
    select * from near_pairs

),

{% for entity, key, other in links %}
    {{ entity }} as (

        select * from {{ ref('stg_case_system__' ~ entity) }}

    ),
{% endfor %}

contacts as (

    select * from {{ ref('stg_case_system__victim_contacts') }}

),

-- a link is the same where both sides are
link_pairs as (

    {% for entity, key, other in links %}
        select
            '{{ entity }}' as entity,
            olds._supplier as old_supplier,
            olds.{{ key }} || '|' || olds.offence_id as old_key,
            news._supplier as new_supplier,
            news.{{ key }} || '|' || news.offence_id as new_key,
            'both_sides' as paired_by
        from record_pairs as firsts
        inner join {{ entity }} as olds
            on
                firsts.entity = '{{ other }}'
                and firsts.old_supplier = olds._supplier
                and firsts.old_key = olds.{{ key }}
        inner join record_pairs as offences
            on
                offences.entity = 'offences'
                and olds._supplier = offences.old_supplier
                and olds.offence_id = offences.old_key
                and firsts.new_supplier = offences.new_supplier
        inner join {{ entity }} as news
            on
                firsts.new_supplier = news._supplier
                and firsts.new_key = news.{{ key }}
                and offences.new_key = news.offence_id
        {% if not loop.last %}union{% endif %}
    {% endfor %}

),

-- a victim is the same where the work with them is
victim_pairs as (

    select
        'victims' as entity,
        olds._supplier as old_supplier,
        olds.victim_id as old_key,
        news._supplier as new_supplier,
        min(news.victim_id) as new_key,
        'contact' as paired_by
    from record_pairs
    inner join contacts as olds
        on
            record_pairs.entity = 'victim_contacts'
            and record_pairs.old_supplier = olds._supplier
            and record_pairs.old_key = olds.victim_contact_id
    inner join contacts as news
        on
            record_pairs.new_supplier = news._supplier
            and record_pairs.new_key = news.victim_contact_id
    where olds.victim_id is not null and news.victim_id is not null
    group by olds._supplier, olds.victim_id, news._supplier

),

pairs as (

    select
        'persons' as entity,
        old_supplier,
        old_person_id as old_key,
        new_supplier,
        new_person_id as new_key,
        paired_by
    from persons
    union all
    select * from record_pairs
    union all
    select * from link_pairs
    union all
    select * from victim_pairs

)

select * from pairs
