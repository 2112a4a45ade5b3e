{% set attributes = ['ethnicity', 'gender'] %}

with

persons as (

    select * from {{ ref('int_case__persons') }}

),

descriptions as (

    select * from {{ ref('int_switch__descriptions') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

-- whom no change of system tells of was described once
described_once as (

    {% for attribute in attributes %}
        select
            persons.service,
            persons.ypid,
            '{{ attribute }}' as attribute,
            persons.{{ attribute }}_code as code,
            persons.{{ attribute }}_recorded as recorded_text,
            date '0001-01-01' as valid_from,
            date '9999-12-31' as valid_to,
            persons._supplier
        from persons
        anti join descriptions
            on
                descriptions.attribute = '{{ attribute }}'
                and persons.service = descriptions.service
                and persons.ypid = descriptions.ypid
        where persons.{{ attribute }}_code is not null
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

united as (

    select * from described_once
    union all
    select
        service,
        ypid,
        attribute,
        code,
        recorded_text,
        valid_from,
        valid_to,
        _supplier
    from descriptions

),

-- of a child recorded twice the first record's word
self_descriptions as (

    select
        -- ids
        case_children.child_id,
        united.service,

        -- codes
        united.attribute,
        united.code,

        -- texts
        united.recorded_text,

        -- dates
        nullif(united.valid_from, date '0001-01-01') as valid_from,
        nullif(united.valid_to, date '9999-12-31') as valid_to,

        -- lineage
        united._supplier as supplier
    from united
    inner join case_children
        on
            united.service = case_children.service
            and united.ypid = case_children.ypid
    qualify
        united.ypid = min(united.ypid) over (
            partition by case_children.child_id, united.service, united.attribute
        )

)

select * from self_descriptions
