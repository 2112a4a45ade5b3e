with

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

links as (

    select distinct
        service,
        ypid,
        offence_id,
        programme_id
    from {{ ref('int_case__programme_offences') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

linked as (

    select
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,
        programmes.programme_id,
        outcomes.outcome_date,
        outcomes.legal_outcome_code,
        upper(trim(outcomes.cms_legal_outcome)) as outcome_text,
        outcomes.appeal_status,
        outcomes.residence_status_code,
        programmes.start_date,
        programmes.end_date,
        programmes.disposal_type_code,
        programmes.is_successfully_completed,
        -- a disposal type is looked up on the programme's end, else on the run date
        coalesce(programmes.end_date, run_dates.run_date) as look_up_date
    from outcomes
    cross join run_dates
    inner join links
        on
            outcomes.service = links.service
            and outcomes.ypid = links.ypid
            and outcomes.offence_id = links.offence_id
    inner join programmes
        on
            links.service = programmes.service
            and links.ypid = programmes.ypid
            and links.programme_id = programmes.programme_id

)

select * from linked
