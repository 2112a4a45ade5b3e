with

hearings as (

    select * from {{ ref('fct_hearings') }}

),

hearings_in_order as (

    select
        *,
        lead(hearing_date) over (
            partition by child_id order by hearing_date, hearing_id
        ) as next_hearing_date
    from hearings
    where hearing_date is not null

),

remands as (

    select
        -- ids
        hearing_id,
        child_id,
        service,

        -- codes
        remand_decision_code,
        remand_decision_recorded,
        remand_kind,

        -- dates
        hearing_date as start_date,
        next_hearing_date as end_date,

        -- measures
        next_hearing_date - hearing_date as remand_days,

        -- lineage
        supplier
    from hearings_in_order
    where remand_kind in ('secure', 'local_authority_accommodation')

)

select * from remands
