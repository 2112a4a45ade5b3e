with

offences as (

    select * from {{ ref('int_case__offences') }}

),

persons as (

    select * from {{ ref('int_case__persons') }}

),

serious_offences as (

    select * from {{ ref('int_orders__serious_offences') }}

),

outcomes as (

    select
        service,
        ypid,
        offence_id,
        max(outcome_date) as last_outcome_date
    from {{ ref('int_case__legal_outcomes') }}
    group by all

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

dated as (

    select
        offences.*,
        offences.ypid || '|' || offences.offence_id as offence_unit_id,
        serious_offences.is_known_category,
        outcomes.offence_id is null
        and offences.offence_date + interval 12 month < run_dates.run_date
            as is_without_outcome,
        {{ completed_years('persons.birth_date', 'offences.offence_date') }}
            as age_on_offence_date,
        {{ completed_years('persons.birth_date', 'offences.arrest_date') }}
            as age_on_arrest_date,
        {{ completed_years('persons.birth_date', 'outcomes.last_outcome_date') }}
            as age_on_outcome_date
    from offences
    cross join run_dates
    inner join persons
        on offences.service = persons.service and offences.ypid = persons.ypid
    left join serious_offences
        on
            offences.service = serious_offences.service
            and offences.ypid = serious_offences.ypid
            and offences.offence_id = serious_offences.offence_id
    left join outcomes
        on
            offences.service = outcomes.service
            and offences.ypid = outcomes.ypid
            and offences.offence_id = outcomes.offence_id

),

findings as (

    {{ finding(
        'DQ-OFFENCE-DATE-NULL', 'offence_unit_id', 'offence date',
        'dated', 'offence_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-CATEGORY-NULL', 'offence_unit_id', 'offence category',
        'dated', 'offence_category_code is null'
    ) }}
    union all
    {{ finding(
        'DQ-CATEGORY-CODE', 'offence_unit_id', 'offence category',
        'dated', 'offence_category_code is not null and not is_known_category'
    ) }}
    union all
    {{ finding(
        'DQ-SCORE-NULL', 'offence_unit_id', 'seriousness score',
        'dated', 'seriousness_score is null'
    ) }}
    union all
    {{ finding(
        'DQ-SCORE-RANGE', 'offence_unit_id', 'seriousness score',
        'dated', 'seriousness_score not between 1 and 8'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-MISSING', 'offence_unit_id', 'legal outcome',
        'dated', 'is_without_outcome'
    ) }}
    union all
    -- at arrest or at the offence, whichever the case system took
    {{ finding(
        'DQ-AGE-CONTRADICTS', 'offence_unit_id', 'age at arrest or offence',
        'dated',
        "age_at_arrest_or_offence
        not between least(age_on_offence_date, age_on_arrest_date)
        and greatest(age_on_offence_date, age_on_arrest_date)"
    ) }}
    union all
    -- the first hearing lies between the offence and the outcome
    {{ finding(
        'DQ-AGE-CONTRADICTS', 'offence_unit_id', 'age on first hearing',
        'dated',
        "age_on_first_hearing < age_on_offence_date
        or age_on_first_hearing > age_on_outcome_date"
    ) }}

)

select * from findings
