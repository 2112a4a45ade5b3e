with

recorded as (

    select * from {{ ref('int_case__offences') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

offence_types as (

    select * from {{ ref('dim_offence_types') }}

),

offences as (

    select
        -- ids
        {{ record_key([
            'recorded.service',
            'recorded.ypid',
            'recorded.offence_id'
        ]) }} as offence_id,
        case_children.child_id,
        recorded.service,
        coalesce(
            coded.offence_type_id, categorised.offence_type_id, 'NOT_KNOWN'
        ) as offence_type_id,

        -- codes
        recorded.cjs_code,
        recorded.offence_category_code,
        recorded.offence_category_recorded,

        -- measures
        recorded.seriousness_score,
        coalesce(recorded.seriousness_score, coded.gravity_score) as gravity_score,
        recorded.age_at_arrest_or_offence,
        recorded.age_on_first_hearing,

        -- dates
        recorded.offence_date,
        recorded.arrest_date,

        -- flags
        coalesce(recorded.is_knife_related, false) as is_knife_related,

        -- lineage
        recorded._supplier as supplier
    from recorded
    inner join case_children
        on
            recorded.service = case_children.service
            and recorded.ypid = case_children.ypid
    cross join salt
    -- a CJS code may carry a suffix after its seven places
    left join offence_types as coded on left(recorded.cjs_code, 7) = coded.cjs_code
    left join offence_types as categorised
        on recorded.offence_category_code = categorised.offence_type_id

)

select * from offences
