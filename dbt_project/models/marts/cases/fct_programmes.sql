with

recorded as (

    select * from {{ ref('int_case__programmes') }}

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

programmes as (

    select
        -- ids
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded.programme_id'
        ]) }} as programme_id,
        case_children.child_id,
        recorded.service,
        coalesce(
            disposal_types.disposal_type_id, 'disposal_type|NOT_IN_LIST'
        ) as disposal_type_id,

        -- codes
        recorded.disposal_type_code,
        recorded.cms_disposal_type as disposal_type_recorded,
        coalesce(disposal_types.true_meaning, recorded.disposal_type_code)
            as true_meaning,
        disposal_types.order_type_code,
        disposal_types.custody_phase,
        case
            when recorded.is_successfully_completed then 'COMPLETED'
            when not recorded.is_successfully_completed then 'NOT_COMPLETED'
            else 'NOT_RECORDED'
        end as completion_code,

        -- dates
        recorded.start_date,
        recorded.end_date,

        -- measures
        recorded.end_date - recorded.start_date as programme_days,

        -- flags
        recorded.end_date is not null as is_ended,
        coalesce(disposal_types.is_counted_in_kpis, false) as is_counted_in_kpis,
        coalesce(disposal_types.is_interim_code, false) as is_interim_code,

        -- lineage
        recorded._supplier as supplier
    from recorded
    inner join case_children
        on
            recorded.service = case_children.service
            and recorded.ypid = case_children.ypid
    cross join salt
    -- a type is looked up on the day the programme ends, or began while it runs
    left join disposal_types
        on
            disposal_types.code_list = 'disposal_type'
            and recorded.disposal_type_code = disposal_types.disposal_code
            and coalesce(recorded.end_date, recorded.start_date)
            >= coalesce(disposal_types.valid_from, date '0001-01-01')
            and coalesce(recorded.end_date, recorded.start_date)
            < coalesce(disposal_types.valid_to, date '9999-12-31')

)

select * from programmes
