with

endings as (

    select * from {{ ref('int_orders__endings') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

disposal_types as (

    select * from {{ ref('disposal_types') }}

),

-- one row per child and programme: the most serious outcome, then the latest
programmes as (

    select *
    from endings
    where is_out_of_court and tier in ('Diversion', 'Pre-Court')
    qualify row_number() over (
        partition by calculation_id, service, unit_id, ypid, programme_id
        order by
            seriousness_rank asc nulls last,
            outcome_date desc,
            ypid || '|' || offence_id asc
    ) = 1

),

-- the type is the outcome as resolved; an outcome outside the six is in no type
typed as (

    select
        -- ids
        programmes.calculation_id,
        programmes.service,
        programmes.quarter,
        programmes.unit_id,
        programmes.ypid,
        programmes.programme_id,

        -- codes
        disposal_types.code as oocd_type,

        -- measures
        programmes.age,

        -- flags
        programmes.is_successfully_completed,
        calculations.kpi6_unit = 'child_per_column' as is_per_column
    from programmes
    inner join calculations
        on programmes.calculation_id = calculations.calculation_id
    left join disposal_types
        on
            programmes.legal_outcome_code = disposal_types.code
            and disposal_types.is_oocd_kpi6 = 'YES'

)

select * from typed
