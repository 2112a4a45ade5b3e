with

staffing as (

    select
        *,
        concat_ws(
            '|', starting_year, role_code, contract_type_code, sex_code, ethnicity_code
        ) as unit_id
    from {{ ref('int_office__staffing') }}

),

totals as (

    select
        stated.unit_id,
        stated.service,
        stated._supplier,
        stated._entity,
        stated._file_sha256,
        stated._row_number,
        stated.full_time_equivalent,
        stated.headcount,
        coalesce(sum(part.full_time_equivalent), 0) as full_time_equivalents,
        coalesce(sum(part.headcount), 0) as headcounts
    from staffing as stated
    left join staffing as part
        on
            not part.is_stated_total
            and stated.service is not distinct from part.service
            and stated.starting_year = part.starting_year
            and {{ fits_total('stated.role_code', 'part.role_code') }}
            and {{ fits_total('stated.contract_type_code', 'part.contract_type_code') }}
            and {{ fits_total('stated.sex_code', 'part.sex_code') }}
            and {{ fits_total('stated.ethnicity_code', 'part.ethnicity_code') }}
    where stated.is_stated_total
    group by all

),

-- the plan has a table of contracts and one of people: the same staff in both
tables as (

    select
        service,
        starting_year::varchar as unit_id,
        min(_supplier) as _supplier,
        min(_entity) as _entity,
        min(_file_sha256) as _file_sha256,
        arg_min(_row_number, (_file_sha256, _row_number)) as _row_number,
        coalesce(
            sum(full_time_equivalent) filter (where contract_type_code is not null), 0
        ) as posts,
        coalesce(
            sum(full_time_equivalent) filter (
                where coalesce(sex_code, ethnicity_code) is not null
            ),
            0
        ) as people
    from staffing
    where not is_stated_total and not is_vacant and starting_year is not null
    group by service, starting_year

),

findings as (

    {{ finding(
        'DQ-PLAN-TOTAL', 'unit_id', 'full time equivalent', 'totals',
        'full_time_equivalent != full_time_equivalents',
        detail="'the lines add up to ' || full_time_equivalents"
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-TOTAL', 'unit_id', 'headcount', 'totals', 'headcount != headcounts',
        detail="'the lines add up to ' || headcounts"
    ) }}
    union all
    {{ finding(
        'DQ-PLAN-TABLES', 'unit_id', 'full time equivalent', 'tables',
        'posts != people',
        detail="'contracts add up to ' || posts || ', people to ' || people"
    ) }}

)

select * from findings
