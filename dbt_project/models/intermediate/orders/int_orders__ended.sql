with

endings as (

    select * from {{ ref('int_orders__endings') }}

),

-- one row per child and quarter: the most serious outcome, then the most recent
ranked as (

    select *
    from endings
    qualify row_number() over (
        partition by calculation_id, service, unit_id, quarter
        order by
            seriousness_rank asc nulls last,
            outcome_date desc,
            end_date desc,
            start_date desc,
            ypid || '|' || programme_id asc,
            ypid || '|' || offence_id asc
    ) = 1

),

ended as (

    select
        ranked.*,
        {{ school_leaving_date('birth_date') }} as school_leaving_date
    from ranked

)

select * from ended
