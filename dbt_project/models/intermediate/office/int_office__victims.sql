with recursive

recorded as (

    select * from {{ ref('stg_service_office__victims') }}

),

only_service as (

    select * from {{ ref('int_office__only_service') }}

),

told as (

    select
        recorded.* exclude (service, master_victim_id),
        coalesce(recorded.service, only_service.service) as service,
        nullif(recorded.master_victim_id, recorded.victim_id) as master_victim_id
    from recorded
    cross join only_service
    qualify
        row_number() over (
            partition by
                coalesce(recorded.service, only_service.service), recorded.victim_id
            order by
                recorded._extract_date desc,
                recorded._landed_at desc,
                recorded._row_number desc
        ) = 1

),

-- from each victim along the masters, until there is none or one comes again
walk as (

    select
        service,
        victim_id,
        victim_id as reached_id,
        [victim_id] as path,
        false as is_circle
    from told
    union all
    select
        walk.service,
        walk.victim_id,
        told.master_victim_id as reached_id,
        list_append(walk.path, told.master_victim_id) as path,
        list_contains(walk.path, told.master_victim_id) as is_circle
    from walk
    inner join told
        on
            walk.service is not distinct from told.service
            and walk.reached_id = told.victim_id
    where told.master_victim_id is not null and not walk.is_circle

),

ends as (

    select
        service,
        victim_id,
        arg_max(reached_id, len(path)) as reached_id,
        bool_or(is_circle) as is_circle
    from walk
    group by service, victim_id

),

-- who stands for all in a circle cannot be told: each stays its own
victims as (

    select
        -- ids
        told.service,
        told.victim_id,
        told.master_victim_id as told_master_victim_id,
        case when ends.is_circle then told.victim_id else ends.reached_id end
            as master_victim_id,

        -- flags
        ends.is_circle,

        -- lineage
        'service_office' as _supplier,
        'victims' as _entity,
        told._file_sha256,
        told._row_number
    from told
    inner join ends
        on
            told.service is not distinct from ends.service
            and told.victim_id = ends.victim_id

)

select * from victims
