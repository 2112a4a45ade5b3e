{% set attributes = [('ethnicity', 'ethnicity'), ('gender', 'sex')] %}

with

case_systems as (

    select * from {{ ref('int_switch__case_systems') }}

),

recorded as (

    select * from {{ ref('stg_case_system__persons') }}

),

children as (

    select * from {{ ref('int_case__system_children') }}

),

codes as (

    select * from {{ ref('int_case__system_codes') }}

),

-- what says nothing ends nothing
empty_answers as (

    select code
    from {{ ref('ethnicity_codes') }}
    where group_5_plus_1 = 'Information not obtainable'
    union all
    select unnest(['0', '9']) as code

),

answers as (

    {% for attribute, code_list in attributes %}
        select
            '{{ attribute }}' as attribute,
            children.service,
            children.ypid,
            children.is_standing,
            case_systems.system_number,
            case_systems.valid_from,
            coalesce(codes.national_code, upper(recorded.{{ attribute }}_text)) as code,
            recorded.{{ attribute }}_text as recorded_text,
            recorded._supplier,
            recorded._entity,
            recorded._file_sha256,
            recorded._row_number
        from recorded
        inner join case_systems on recorded._supplier = case_systems.supplier
        inner join children
            on
                recorded._supplier = children._supplier
                and recorded.system_person_id = children.system_person_id
        left join codes
            on
                codes.code_list = '{{ code_list }}'
                and recorded._supplier = codes.supplier
                and upper(recorded.{{ attribute }}_text) = codes.source_key
                and {{ has_meaning_on_day('persons', 'recorded', 'codes') }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

-- of several records of a child in one system the child's own, else the first
of_systems as (

    select answers.*
    from answers
    anti join empty_answers on answers.code = empty_answers.code
    where answers.code is not null
    qualify
        row_number() over (
            partition by
                answers.attribute, answers.service, answers.ypid, answers.system_number
            order by answers.is_standing desc, answers._row_number asc
        ) = 1

),

changes as (

    select *
    from of_systems
    qualify
        code is distinct from lag(code) over (
            partition by attribute, service, ypid
            order by system_number
        )

),

-- the first answer holds for what came before it too: nothing else was ever said
descriptions as (

    select
        -- ids
        service,
        ypid,
        attribute,

        -- codes
        code,

        -- texts
        recorded_text,

        -- dates
        case
            when row_number() over (
                partition by attribute, service, ypid
                order by system_number
            ) = 1 then date '0001-01-01'
            else valid_from
        end as valid_from,
        coalesce(
            lead(valid_from) over (
                partition by attribute, service, ypid
                order by system_number
            ) - 1,
            date '9999-12-31'
        ) as valid_to,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from changes

)

select * from descriptions
