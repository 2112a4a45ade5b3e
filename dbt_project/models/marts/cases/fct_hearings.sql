with

recorded as (

    select * from {{ ref('int_case__hearings') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

remand_decisions as (

    select * from {{ ref('remand_decisions') }}

),

hearings as (

    select
        -- ids
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded.hearing_id'
        ]) }} as hearing_id,
        case_children.child_id,
        recorded.service,

        -- codes
        recorded.court_name,
        recorded.court_type,
        recorded.remand_decision_code,
        recorded.remand_decision_recorded,
        coalesce(remand_decisions.kind, 'none') as remand_kind,

        -- dates
        recorded.hearing_date,

        -- lineage
        recorded._supplier as supplier
    from recorded
    inner join case_children
        on
            recorded.service = case_children.service
            and recorded.ypid = case_children.ypid
    cross join salt
    left join remand_decisions
        on recorded.remand_decision_code = remand_decisions.code

)

select * from hearings
