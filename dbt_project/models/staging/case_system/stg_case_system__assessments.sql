with

source as (

    select * from {{ source('case_system', 'assessments') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by _supplier, assessment_id
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

assessments as (

    select
        -- ids
        nullif(trim(assessment_id), '') as assessment_id,
        nullif(trim(person_id), '') as system_person_id,

        -- texts
        nullif(trim(assessment_type), '') as assessment_type,

        -- codes
        upper(nullif(trim(likelihood_of_reoffending), ''))
            as likelihood_of_reoffending_code,
        upper(nullif(trim(risk_of_serious_harm), '')) as risk_of_serious_harm_code,
        upper(nullif(trim(safety_and_wellbeing), '')) as safety_and_wellbeing_code,

        -- dates
        {{ parse_date('assessment_date') }} as assessment_date,
        assessment_date as assessment_date_as_sent,

        -- lineage
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from assessments
