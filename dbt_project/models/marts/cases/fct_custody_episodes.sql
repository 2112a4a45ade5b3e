with

programmes as (

    select * from {{ ref('fct_programmes') }}

),

custody_episodes as (

    select
        -- ids
        programme_id,
        child_id,
        service,

        -- codes
        disposal_type_code,
        disposal_type_recorded,

        -- dates: one programme for a whole sentence tells no day of release
        start_date,
        case when custody_phase = 'custody' then end_date end as release_date,

        -- measures
        case
            when custody_phase = 'custody' then end_date - start_date
        end as custody_days,

        -- flags
        custody_phase = 'custody' and end_date is not null as is_release_known,

        -- lineage
        supplier
    from programmes
    where custody_phase in ('custody', 'whole')

)

select * from custody_episodes
