with

recorded as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

offences as (

    select * from {{ ref('int_case__offences') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

disposal_types as (

    select * from {{ ref('dim_disposal_types') }}

),

disposals as (

    select
        -- ids
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded.offence_id',
            'recorded.outcome_number'
        ]) }} as disposal_id,
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded.offence_id'
        ]) }} as offence_id,
        case_children.child_id,
        recorded.service,
        coalesce(
            disposal_types.disposal_type_id, 'legal_outcome|NOT_IN_LIST'
        ) as disposal_type_id,

        -- codes
        recorded.legal_outcome_code,
        recorded.cms_legal_outcome as legal_outcome_recorded,
        coalesce(disposal_types.true_meaning, recorded.legal_outcome_code)
            as true_meaning,
        recorded.main_or_other_code,
        recorded.appeal_status,
        recorded.residence_status_code,

        -- measures
        recorded.outcome_number,
        recorded.term_days,
        recorded.term_weeks,
        recorded.term_months,
        recorded.term_years,

        -- dates
        recorded.outcome_date,

        -- flags
        coalesce(disposal_types.is_interim_code, false) as is_interim_code,

        -- lineage
        recorded._supplier as supplier
    from recorded
    -- an outcome of no offence is a finding, not a disposal
    inner join offences
        on
            recorded.service = offences.service
            and recorded.ypid = offences.ypid
            and recorded.offence_id = offences.offence_id
    inner join case_children
        on
            recorded.service = case_children.service
            and recorded.ypid = case_children.ypid
    cross join salt
    left join disposal_types
        on
            disposal_types.code_list = 'legal_outcome'
            and recorded.legal_outcome_code = disposal_types.disposal_code
            and recorded.outcome_date
            >= coalesce(disposal_types.valid_from, date '0001-01-01')
            and recorded.outcome_date
            < coalesce(disposal_types.valid_to, date '9999-12-31')

)

select * from disposals
