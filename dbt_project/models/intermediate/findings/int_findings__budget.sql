with

budget as (

    select
        *,
        concat_ws('|', starting_year, partner_code, kind_code) as unit_id
    from {{ ref('int_office__budget') }}

),

terms as (

    select * from {{ ref('plan_terms') }}

),

told as (

    select
        *,
        count(*) over (
            partition by service, starting_year, partner_code, kind_code
        ) as times_told
    from budget

),

totals as (

    select
        stated.unit_id,
        stated.service,
        stated._supplier,
        stated._entity,
        stated._file_sha256,
        stated._row_number,
        stated.amount_gbp,
        coalesce(sum(part.amount_gbp), 0) as amounts_gbp
    from budget as stated
    left join budget as part
        on
            not part.is_stated_total
            and stated.service is not distinct from part.service
            and stated.starting_year = part.starting_year
            and {{ fits_total('stated.partner_code', 'part.partner_code') }}
            and {{ fits_total('stated.kind_code', 'part.kind_code') }}
    where stated.is_stated_total
    group by all

),

findings as (

    {% for column in ['partner', 'kind'] %}
        {{ finding(
            'DQ-PLAN-CODE', 'unit_id', column, 'told',
            column ~ "_code != 'total' and "
            ~ column ~ "_code not in (select code from terms where list = '" ~ column ~ "')"
        ) }}
        union all
    {% endfor %}
    {{ finding(
        'DQ-PLAN-YEAR', 'unit_id', 'year', 'told', 'starting_year is null'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-SERVICE', 'unit_id', 'service', 'told', 'service is null'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-TWICE', 'unit_id', 'partner', 'told', 'times_told > 1'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-MISSING', 'unit_id', 'amount gbp', 'told', 'amount_gbp is null'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-NEGATIVE', 'unit_id', 'amount gbp', 'told', 'amount_gbp < 0'
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-TOTAL', 'unit_id', 'amount gbp', 'totals', 'amount_gbp != amounts_gbp',
        detail="'the lines add up to ' || amounts_gbp"
    ) }}

)

select * from findings
