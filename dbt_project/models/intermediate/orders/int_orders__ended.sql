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
            {{ most_serious_first() }}
    ) = 1

),

ended as (

    select
        ranked.*,
        {{ school_leaving_date('birth_date') }} as school_leaving_date
    from ranked

)

select * from ended
