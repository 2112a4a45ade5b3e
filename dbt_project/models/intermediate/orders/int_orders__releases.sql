with

links as (

    select * from {{ ref('int_case__programme_offences') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

disposal_types as (

    select
        code,
        custody_phase
    from {{ ref('disposal_types') }}
    where custody_phase in ('custody', 'licence')

),

-- released at the end of the custody part, else at the start of the licence
releases as (

    select
        links.service,
        links.ypid,
        links.offence_id,
        coalesce(
            min(programmes.end_date) filter (
                where disposal_types.custody_phase = 'custody'
            ),
            min(programmes.start_date) filter (
                where disposal_types.custody_phase = 'licence'
            )
        ) as release_date
    from links
    inner join programmes
        on
            links.service = programmes.service
            and links.ypid = programmes.ypid
            and links.programme_id = programmes.programme_id
    inner join disposal_types on programmes.disposal_type_code = disposal_types.code
    group by all

)

select * from releases
