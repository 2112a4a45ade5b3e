-- Grain: one row per record with a date that only stands for none (1900-01-01).
with

dated as (

    select
        'programme ' || programme_id as record_id,
        child_id as issue_key,
        unnest([start_date, end_date]) as day
    from fct_programmes
    union all
    select
        'offence ' || offence_id as record_id,
        child_id as issue_key,
        offence_date as day
    from fct_offences
    union all
    select
        'disposal ' || disposal_id as record_id,
        child_id as issue_key,
        outcome_date as day
    from fct_disposals

)

select distinct
    record_id,
    issue_key
from dated
where day = date '1900-01-01'
