with

staffing as (

    select
        *,
        concat_ws(
            '|', starting_year, role_code, contract_type_code, sex_code, ethnicity_code
        ) as unit_id
    from {{ ref('int_office__staffing') }}

),

terms as (

    select * from {{ ref('plan_terms') }}

),

told as (

    select
        *,
        count(*) over (
            partition by
                service, starting_year, role_code, contract_type_code, sex_code,
                ethnicity_code
        ) as times_told
    from staffing

),

findings as (

    {% for column in ['role', 'contract_type', 'sex'] %}
        {{ finding(
            'DQ-PLAN-CODE', 'unit_id', column | replace('_', ' '), 'told',
            column ~ "_code is not null and " ~ column ~ "_code != 'total' and "
            ~ column ~ "_code not in (select code from terms where list = '" ~ column ~ "')"
        ) }}
        union all
    {% endfor %}
    {{ finding(
        'DQ-PLAN-CODE', 'unit_id', 'ethnicity', 'told',
        "not is_known_ethnicity and ethnicity_code is not null and ethnicity_code != 'total'"
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-YEAR', 'unit_id', 'year', 'told', 'starting_year is null'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-SERVICE', 'unit_id', 'service', 'told', 'service is null'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-TWICE', 'unit_id', 'role', 'told', 'times_told > 1'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-MISSING', 'unit_id', 'full time equivalent', 'told',
        'full_time_equivalent is null and not is_stated_total'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-MISSING', 'unit_id', 'headcount', 'told',
        'headcount is null and not is_stated_total and not is_vacant'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-NEGATIVE', 'unit_id', 'full time equivalent', 'told',
        'least(full_time_equivalent, headcount) < 0'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-FTE', 'unit_id', 'full time equivalent', 'told',
        'full_time_equivalent > headcount and not is_vacant and not is_stated_total'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-NO-TABLE', 'unit_id', 'ethnicity', 'told',
        '(sex_code is null) != (ethnicity_code is null) and not is_stated_total'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-NO-TABLE', 'unit_id', 'contract type', 'told',
        'coalesce(contract_type_code, sex_code, ethnicity_code) is null'
    ) }}

)

select * from findings
