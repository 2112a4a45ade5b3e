with

offences as (

    select * from {{ ref('int_case__offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__serious_offences') }}

),

non_counting_offences as (

    select * from {{ ref('non_counting_offences') }}

),

-- neither an index event nor a reoffence: breaches, and what is not recordable, not
-- prosecuted by the police or not of England and Wales
recordable_offences as (

    select
        offences.service,
        offences.ypid,
        offences.offence_id,
        offences.offence_date
    from offences
    inner join serious_offences
        on
            offences.service = serious_offences.service
            and offences.ypid = serious_offences.ypid
            and offences.offence_id = serious_offences.offence_id
    where
        not serious_offences.is_breach
        and not exists (
            select 1
            from non_counting_offences
            where starts_with(
                upper(offences.cjs_code), non_counting_offences.cjs_code_prefix
            )
        )

)

select * from recordable_offences
