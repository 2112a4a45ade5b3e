with

points as (

    select * from {{ ref('int_outcomes__points') }}

),

statuses as (

    select * from {{ ref('int_outcomes__statuses') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

domains as (

    select
        unnest([
            'accommodation',
            'education_training_employment',
            'send',
            'mental_health',
            'substance_misuse',
            'wider_services'
        ]) as domain

),

-- on a day with several statuses the strongest speaks, then the latest to begin
found as (

    select
        points.*,
        domains.domain,
        statuses.status_code,
        statuses.suitability_code,
        statuses.status_recorded,
        statuses._supplier
    from points
    cross join domains
    left join statuses
        on
            points.child_id = statuses.child_id
            and domains.domain = statuses.domain
            and points.point_date
            between coalesce(statuses.start_date, date '0001-01-01')
            and coalesce(statuses.end_date, date '9999-12-31')
    qualify
        row_number() over (
            partition by
                points.service,
                points.ypid,
                points.programme_id,
                points.point,
                domains.domain
            order by
                statuses.strength desc nulls last,
                statuses.start_date desc nulls last,
                statuses.status_code asc
        ) = 1

),

outcomes as (

    select
        -- ids
        found.child_id,
        {{ record_key(['found.service', 'found.ypid', 'found.programme_id']) }}
            as programme_id,
        found.point,
        found.domain,

        -- codes
        coalesce(found.status_code, 'NOT_RECORDED') as status_code,
        found.suitability_code,
        found.status_recorded,

        -- dates
        found.point_date,

        -- lineage
        found._supplier as supplier
    from found
    cross join salt

)

select * from outcomes
