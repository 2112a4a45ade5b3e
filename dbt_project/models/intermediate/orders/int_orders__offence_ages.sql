with

offences as (

    select * from {{ ref('int_case__offences') }}

),

outcomes as (

    select * from {{ ref('int_orders__national_outcomes') }}

),

persons as (

    select * from {{ ref('int_case__persons') }}

),

-- section 12: a missing age at offence is worked out at arrest, else at the offence;
-- a missing age at first hearing is the completed age on the outcome date
ages as (

    select
        -- ids
        outcomes.service,
        outcomes.ypid,
        outcomes.offence_id,
        outcomes.outcome_number,

        -- measures
        coalesce(
            offences.age_at_arrest_or_offence,
            {{ completed_years(
                'persons.birth_date',
                'coalesce(offences.arrest_date, offences.offence_date)'
            ) }}
        ) as age_at_offence,
        offences.age_on_first_hearing,
        {{ completed_years('persons.birth_date', 'outcomes.outcome_date') }}
            as age_on_outcome_date
    from outcomes
    inner join offences
        on
            outcomes.service = offences.service
            and outcomes.ypid = offences.ypid
            and outcomes.offence_id = offences.offence_id
    inner join persons
        on outcomes.service = persons.service and outcomes.ypid = persons.ypid

)

select * from ages
