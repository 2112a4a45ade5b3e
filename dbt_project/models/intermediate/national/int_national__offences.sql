with

offences as (

    {{ conformed_rows('int_case__offences') }}

),

legal_outcomes as (

    {{ conformed_rows('int_case__legal_outcomes') }}

),

numbered_offences as (

    select
        *,
        row_number() over (
            partition by service, ypid order by offence_date, offence_id, _row_number
        ) as item_number
    from offences

),

offence_items as (

    select
        service,
        ypid,
        'offence' as kind,
        item_number,
        1 as parent_number,
        {{ national_fields(
            {
                'offenceID': 'offence_id',
                'offenceDate': national_date('offence_date'),
                'yjboffenceCategory': 'offence_category_code',
                'yjbseriousnessScore': 'seriousness_score',
                'ageAtArrestOrOffence': 'age_at_arrest_or_offence',
                'ageOnFirstHearing': 'age_on_first_hearing',
                'arrestDate': national_date('arrest_date'),
                'offenceLegalOutcome': "'[]'::json",
            },
            {
                'cjscode': 'cjs_code',
                'offenceDescription': 'offence_description',
                'knifeRelatedOffence':
                    "case is_knife_related when true then 'YES' when false then 'NO' end",
            },
        ) }} as fields
    from numbered_offences

),

outcome_items as (

    select
        outcomes.service,
        outcomes.ypid,
        'offence.offenceLegalOutcome' as kind,
        row_number() over (
            partition by outcomes.service, outcomes.ypid
            order by offences.item_number, outcomes.outcome_number, outcomes._row_number
        ) as item_number,
        offences.item_number as parent_number,
        {{ national_fields(
            {
                'outcomeDate': national_date('outcomes.outcome_date'),
                'legalOutcome': 'outcomes.legal_outcome_code',
                'outcomeAppealStatus': 'outcomes.appeal_status',
                'residenceOnLegalOutcomeDate': 'outcomes.residence_status_code',
            },
            {
                'cmslegalOutcome': 'outcomes.cms_legal_outcome',
                'mainOrOther': 'outcomes.main_or_other_code',
                'termDays': 'outcomes.term_days',
                'termWeeks': 'outcomes.term_weeks',
                'termMonths': 'outcomes.term_months',
                'termYears': 'outcomes.term_years',
            },
        ) }} as fields
    from legal_outcomes as outcomes
    -- an outcome without its offence has no place in a document: a finding names it
    inner join numbered_offences as offences
        on
            outcomes.service = offences.service
            and outcomes.ypid = offences.ypid
            and outcomes.offence_id = offences.offence_id

),

national_offences as (

    select * from offence_items
    union all
    select * from outcome_items

)

select * from national_offences
