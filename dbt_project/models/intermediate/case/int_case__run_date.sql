with

knowledge as (

    select * from {{ ref('stg_control__knowledge') }}

),

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

system_days as (

    select persons._extract_date as known_day
    from {{ ref('stg_case_system__persons') }} as persons
    inner join case_systems on persons._supplier = case_systems.supplier

),

document_days as (

    select greatest(signoff_date, return_end_date) as known_day
    from {{ ref('int_case__document_returns') }}

),

days as (

    select known_day from system_days
    union all
    select known_day from document_days

),

newest_day as (

    select max(known_day) as known_day
    from days

),

run_date as (

    select coalesce(knowledge.as_known_at, newest_day.known_day) as run_date
    from knowledge
    cross join newest_day

)

select * from run_date
