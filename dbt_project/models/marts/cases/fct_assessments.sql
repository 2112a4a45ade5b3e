with

recorded as (

    select * from {{ ref('int_case__assessments') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

assessments as (

    select
        -- ids: a case document need not number its assessments
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded._entity',
            'recorded._row_number'
        ]) }} as assessment_id,
        case_children.child_id,
        recorded.service,

        -- codes
        recorded.assessment_type,
        recorded.likelihood_of_reoffending_code,
        recorded.risk_of_serious_harm_code,
        recorded.safety_and_wellbeing_code,

        -- dates
        recorded.assessment_date,

        -- lineage
        recorded._supplier as supplier
    from recorded
    inner join case_children
        on
            recorded.service = case_children.service
            and recorded.ypid = case_children.ypid
    cross join salt

)

select * from assessments
