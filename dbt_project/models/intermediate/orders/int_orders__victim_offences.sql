with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

judged as (

    select * from {{ ref('int_orders__judged') }}

),

-- the YJB's code takes every age of KPI 10 at the start of the programme
aged as (

    select
        judged.*,
        {{ quarter_label('judged.end_date') }} as quarter
    from judged
    inner join calculations
        on judged.calculation_id = calculations.calculation_id
    where
        coalesce(judged.failed_rule, 'age') = 'age'
        and case
            when {{ behaves_as_code('calculations', 'kpi10_age_at_programme_start') }}
                then judged.age_at_programme_start
            else judged.age
        end between 10 and 17

),

-- one row per child and offence over all quarters; the quarter is that of its end
victim_offences as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        ypid,
        offence_id
    from aged
    qualify row_number() over (
        partition by calculation_id, service, ypid, offence_id
        order by
            seriousness_rank asc nulls last,
            outcome_date desc,
            end_date desc,
            start_date desc,
            programme_id asc
    ) = 1

)

select * from victim_offences
