with

offences as (

    select * from {{ ref('int_case__offences') }}

),

outcomes as (

    select * from {{ ref('int_case__legal_outcomes') }}

),

-- the outcome of a breach that names the programme; not where the breach fell or the
-- order went on
revoked as (

    select distinct
        offences.service,
        offences.ypid,
        offences.programme_breach_id as programme_id,
        outcomes.outcome_date as revocation_date
    from offences
    inner join outcomes
        on
            offences.service = outcomes.service
            and offences.ypid = outcomes.ypid
            and offences.offence_id = outcomes.offence_id
    where
        offences.programme_breach_id is not null
        and outcomes.outcome_date is not null
        and coalesce(outcomes.legal_outcome_code, '') not in (
            'BREACH_PROVED_ORDER_CONTINUES', 'DISMISSED', 'NOT_GUILTY',
            'DISCONTINUED', 'WITHDRAWN'
        )

)

select * from revoked
