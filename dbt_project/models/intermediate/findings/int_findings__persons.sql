with

persons as (

    select * from {{ ref('int_case__persons') }}

),

outcomes as (

    select
        service,
        ypid,
        min(outcome_date) as first_outcome_date
    from {{ ref('int_case__legal_outcomes') }}
    group by all

),

ethnicities as (

    select
        code,
        max(coalesce(valid_to, date '9999-12-31')) as valid_to
    from {{ ref('ethnicity_codes') }}
    group by all

),

services as (

    select distinct service from {{ ref('services') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

judged as (

    select
        persons.*,
        {{ completed_years('persons.birth_date', 'outcomes.first_outcome_date') }}
            as age_on_first_outcome,
        persons.birth_date > run_dates.run_date as is_unborn,
        ethnicities.valid_to as ethnicity_valid_to,
        run_dates.run_date
    from persons
    cross join run_dates
    left join outcomes
        on persons.service = outcomes.service and persons.ypid = outcomes.ypid
    left join ethnicities on persons.ethnicity_code = ethnicities.code

),

-- the first record of a service that no list of services knows
of_unknown_services as (

    select
        persons.service,
        persons._supplier,
        persons._entity,
        persons._file_sha256,
        persons._row_number
    from persons
    anti join services on persons.service = services.service
    qualify
        row_number() over (
            partition by persons.service
            order by persons._file_sha256, persons._row_number
        ) = 1

),

findings as (

    {{ finding(
        'DQ-SERVICE-UNKNOWN', 'cast(null as varchar)', 'service',
        'of_unknown_services', 'true'
    ) }}
    union all
    {{ finding(
        'DQ-BIRTH-DATE-FUTURE', 'ypid', 'birth date', 'judged', 'is_unborn'
    ) }}
    union all
    {{ finding(
        'DQ-AGE-IMPLAUSIBLE', 'ypid', 'birth date',
        'judged', 'age_on_first_outcome not between 10 and 18'
    ) }}
    union all
    {{ finding(
        'DQ-SEX-NULL', 'ypid', 'sex',
        'judged', "sex_code is null and gender_code is null"
    ) }}
    union all
    {{ finding(
        'DQ-SEX-CODE', 'ypid', 'sex', 'judged',
        "sex_code not in ('0', '1', '2', '9') or gender_code not in ('0', '1', '2', '9')"
    ) }}
    union all
    {{ finding(
        'DQ-ETHNICITY-NULL', 'ypid', 'ethnicity', 'judged', 'ethnicity_code is null'
    ) }}
    union all
    {{ finding(
        'DQ-ETHNICITY-CODE', 'ypid', 'ethnicity', 'judged',
        'ethnicity_code is not null
        and coalesce(ethnicity_valid_to < run_date, true)'
    ) }}

)

select * from findings
