with

assessments as (

    {{ conformed_rows('int_case__assessments') }}

),

national_assessments as (

    select
        service,
        ypid,
        'asset_plus' as kind,
        row_number() over (
            partition by service, ypid
            order by assessment_date, assessment_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields(
            {
                'assessmentID': 'assessment_id',
                'date': national_date('assessment_date'),
            },
            {
                'stage': 'assessment_type',
                'likelihoodOfReoffending': 'likelihood_of_reoffending_code',
                'roshjudgement': 'risk_of_serious_harm_code',
                'safetyWellbeingJudgement': 'safety_and_wellbeing_code',
            },
        ) }} as fields
    from assessments

)

select * from national_assessments
