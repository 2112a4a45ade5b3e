with

records as (

    select
        *,
        'mental_health' as domain
    from {{ ref('int_case__mental_health') }}
    union all
    select
        *,
        'substance_misuse' as domain
    from {{ ref('int_case__substance_misuse') }}

),

steps as (

    select
        service,
        ypid,
        domain,
        intervention_type_recorded,
        unnest(['SCREENED', 'REFERRED', 'OFFERED', 'ATTENDED']) as step,
        unnest([1, 2, 3, 4]) as strength,
        unnest([
            screened_date, referred_date, offered_date, attended_start_date
        ]) as reached_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from records

),

health_steps as (

    select *
    from steps
    where reached_date is not null

)

select * from health_steps
