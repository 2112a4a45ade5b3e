with

judged as (

    select * from {{ ref('int_orders__judged') }}

),

endings as (

    select
        -- ids
        calculation_id,
        service,
        unit_id,
        ypid,
        offence_id,
        outcome_number,
        programme_id,

        -- codes
        {{ quarter_label('end_date') }} as quarter,
        legal_outcome_code,
        tier,
        order_type,
        disposal_type_code,
        custody_phase,

        -- dates
        birth_date,
        outcome_date,
        start_date,
        end_date,
        order_start_date,
        case
            when tier = 'Custody'
                then order_start_date + custody_offset_days
            else order_start_date
        end as start_point_date,
        -- KPI 7 counts a custodial child's statuses from the day before the sentence
        case
            when tier = 'Custody' then outcome_date + custody_offset_days
            else order_start_date
        end as status_from_date,

        -- measures
        seriousness_rank,
        age,

        -- flags
        is_licence,
        is_out_of_court,
        is_successfully_completed
    from judged
    where failed_rule is null

)

select * from endings
