with

recorded as (

    select * from {{ ref('int_case__victim_interventions') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

victims as (

    select
        -- ids
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded.victim_intervention_id'
        ]) }} as victim_intervention_id,
        {{ record_key(['recorded.service', 'recorded.master_victim_id']) }}
            as victim_key,
        case_children.child_id,
        recorded.service,

        -- codes
        recorded.consent_code,
        recorded.view_prior_code,
        recorded.progress_requested_code,
        recorded.progress_provided_code,
        recorded.support_requested_code,
        recorded.support_provided_code,
        recorded.engaged_rj_code,

        -- dates
        recorded.contact_date,

        -- lineage
        recorded._supplier as supplier
    from recorded
    inner join case_children
        on
            recorded.service = case_children.service
            and recorded.ypid = case_children.ypid
    cross join salt

)

select * from victims
