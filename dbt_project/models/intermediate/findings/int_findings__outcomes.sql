with

judged as (

    select
        *,
        {{ quarter_label('outcome_date') }} as outcome_quarter
    from {{ ref('int_findings__judged_outcomes') }}

),

linked as (

    select * from {{ ref('int_orders__linked_outcomes') }}

),

-- the quarters from which an unknown code keeps the outcome: that of its date, for the
-- offence, and those in which its programmes end, for the orders
bearings as (

    select
        service,
        ypid,
        offence_id,
        outcome_number,
        outcome_quarter as quarter
    from judged
    union
    select
        service,
        ypid,
        offence_id,
        outcome_number,
        {{ quarter_label('end_date') }} as quarter
    from linked
    where end_date is not null

),

bearing as (

    select
        judged.*,
        bearings.quarter
    from judged
    inner join bearings
        on
            judged.service = bearings.service
            and judged.ypid = bearings.ypid
            and judged.offence_id = bearings.offence_id
            and judged.outcome_number = bearings.outcome_number

),

findings as (

    {{ finding(
        'DQ-RES-NULL', 'offence_unit_id', 'residence',
        'judged', "is_judged and coalesce(residence_status_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-RES-CODE', 'offence_unit_id', 'residence',
        'judged',
        "is_judged and residence_status_code not in ('LOCAL', 'OTHER', '')"
    ) }}
    union all
    {{ finding(
        'DQ-APPEAL-NULL', 'offence_unit_id', 'appeal status',
        'judged', 'is_judged and appeal_status is null'
    ) }}
    union all
    {{ finding(
        'DQ-APPEAL-CODE', 'offence_unit_id', 'appeal status',
        'judged',
        "is_judged and lower(trim(appeal_status)) not in (
            '', 'changed on appeal', 'result of appeal successful',
            'result of appeal unsuccessful'
        )"
    ) }}
    union all
    {{ finding(
        'DQ-AGE-HEARING-NULL', 'offence_unit_id', 'age on first hearing',
        'judged', 'is_counted_for_fte and age_on_first_hearing is null'
    ) }}
    union all
    {{ finding(
        'DQ-AGE-OFFENCE-NULL', 'offence_unit_id', 'age at arrest or offence',
        'judged', 'is_counted_for_fte and age_at_arrest_or_offence is null'
    ) }}
    union all
    {{ finding(
        'DQ-AGE-UNKNOWN', 'offence_unit_id', 'age',
        'judged', 'is_without_age and outcome_date is not null', 'outcome_quarter'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-CODE', 'offence_unit_id', 'legal outcome',
        'bearing', 'not is_known_code and outcome_date is not null', 'quarter',
        'code_detail'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-DATE-NULL', 'offence_unit_id', 'outcome date',
        'bearing', 'outcome_date is null', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-FUTURE', 'offence_unit_id', 'outcome date',
        'judged', 'is_judged and is_after_run_date', 'outcome_quarter'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-BEFORE-OFFENCE', 'offence_unit_id', 'outcome date',
        'judged', 'is_before_offence'
    ) }}
    union all
    {{ finding(
        'DQ-LINK-MISSING', 'offence_unit_id', 'link to a programme',
        'judged', 'is_without_programme and not is_caution', 'outcome_quarter'
    ) }}
    union all
    {{ finding(
        'DQ-LINK-CAUTION', 'offence_unit_id', 'link to a programme',
        'judged', 'is_without_programme and is_caution', 'outcome_quarter'
    ) }}

)

select * from findings
