with

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

offences as (

    select * from {{ ref('int_case__offences') }}

),

resolved as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

serious_offences as (

    select * from {{ ref('int_orders__serious_offences') }}

),

-- only outcomes that may count: cautions, sentences and diversion
judged as (

    select
        outcomes.*,
        resolved.tier,
        resolved.is_known_code,
        resolved.is_counted_for_fte,
        resolved.tier in (
            'Diversion', 'Pre-Court', 'First-tier', 'Community', 'Custody'
        ) as is_judged,
        offences.age_on_first_hearing,
        offences.age_at_arrest_or_offence,
        outcomes.ypid || '|' || outcomes.offence_id as offence_unit_id
    from outcomes
    inner join resolved
        on
            outcomes.service = resolved.service
            and outcomes.ypid = resolved.ypid
            and outcomes.offence_id = resolved.offence_id
            and outcomes.outcome_number = resolved.outcome_number
    left join offences
        on
            outcomes.service = offences.service
            and outcomes.ypid = offences.ypid
            and outcomes.offence_id = offences.offence_id

),

scored as (

    select
        offences.*,
        serious_offences.is_known_category,
        offences.ypid || '|' || offences.offence_id as offence_unit_id
    from offences
    inner join serious_offences
        on
            offences.service = serious_offences.service
            and offences.ypid = serious_offences.ypid
            and offences.offence_id = serious_offences.offence_id

),

findings as (

    {{ finding(
        'DQ-RES-NULL', 'blocks_sign_off', 'offence_unit_id', "'residence'",
        "'residence on the outcome date is missing: counted as LOCAL until it is given'",
        'judged', "is_judged and coalesce(residence_status_code, '') = ''"
    ) }}
    union all
    {{ finding(
        'DQ-APPEAL-NULL', 'blocks_sign_off', 'offence_unit_id', "'appeal status'",
        "'appeal status is missing: counted as no appeal until it is given'",
        'judged', 'is_judged and appeal_status is null'
    ) }}
    union all
    {{ finding(
        'DQ-AGE-HEARING-NULL', 'warning', 'offence_unit_id', "'age on first hearing'",
        "'age on first hearing is missing: the age on the outcome date is used'",
        'judged', 'is_counted_for_fte and age_on_first_hearing is null'
    ) }}
    union all
    {{ finding(
        'DQ-AGE-OFFENCE-NULL', 'warning', 'offence_unit_id', "'age at arrest or offence'",
        "'age at arrest or offence is missing: worked out from the dates'",
        'judged', 'is_counted_for_fte and age_at_arrest_or_offence is null'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-CODE', 'blocks_sign_off', 'offence_unit_id', "'legal outcome'",
        "'legal outcome is not in the reference, or not valid on its date: never counts'",
        'judged', 'not is_known_code and outcome_date is not null'
    ) }}
    union all
    {{ finding(
        'DQ-OUTCOME-DATE-NULL', 'warning', 'offence_unit_id', "'outcome date'",
        "'outcome date is missing: the outcome never counts'",
        'judged', 'outcome_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-CATEGORY-CODE', 'warning', 'offence_unit_id', "'offence category'",
        "'offence category is not in the reference: never serious violence'",
        'scored', 'not is_known_category'
    ) }}
    union all
    {{ finding(
        'DQ-SCORE-NULL', 'warning', 'offence_unit_id', "'seriousness score'",
        "'seriousness score is missing: the working table fills it where it can'",
        'scored', 'seriousness_score is null'
    ) }}

)

select * from findings
