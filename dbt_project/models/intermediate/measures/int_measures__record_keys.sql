with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

endings as (

    select * from {{ ref('int_orders__endings') }}

),

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__serious_offences') }}

),

entrants as (

    select * from {{ ref('int_measures__first_time_entrants') }}

),

sentences as (

    select * from {{ ref('int_measures__custody') }}

),

-- which offence, outcome and programme put each unit into each headline
keys as (

    select
        calculation_id,
        service,
        quarter,
        unnest(['kpi1', 'kpi2', 'kpi3', 'kpi7']) as measure,
        unit_id,
        ypid,
        offence_id,
        outcome_number,
        programme_id
    from orders
    union all
    select
        calculation_id,
        service,
        quarter,
        'kpi6' as measure,
        unit_id,
        ypid,
        offence_id,
        outcome_number,
        programme_id
    from endings
    where is_out_of_court and tier in ('Diversion', 'Pre-Court')
    union all
    select
        proven.calculation_id,
        proven.service,
        proven.quarter,
        'kpi9' as measure,
        proven.ypid || '|' || proven.offence_id as unit_id,
        proven.ypid,
        proven.offence_id,
        proven.outcome_number,
        null as programme_id
    from proven
    inner join serious_offences
        on
            proven.service = serious_offences.service
            and proven.ypid = serious_offences.ypid
            and proven.offence_id = serious_offences.offence_id
    where serious_offences.is_serious_violence
    union all
    select
        calculation_id,
        service,
        quarter,
        measure,
        unit_id,
        ypid,
        offence_id,
        outcome_number,
        null as programme_id
    from entrants
    union all
    select
        calculation_id,
        service,
        quarter,
        measure,
        unit_id,
        ypid,
        offence_id,
        outcome_number,
        null as programme_id
    from sentences

)

select * from keys
