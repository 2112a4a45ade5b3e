with

case_systems as (

    select * from {{ ref('stg_control__case_systems') }}

),

leaders as (

    select * from {{ ref('int_switch__leaders') }}

),

-- an id that two systems gave: it is the newest one's, the others say whose theirs is
shared_ids as (

    select
        entity,
        leader_key,
        arg_max(supplier, system_number) as owner
    from leaders
    where supplier = leader_supplier and record_key = leader_key
    group by entity, leader_key
    having count(distinct supplier) > 1

),

timed as (

    select
        leaders.*,
        case_systems.valid_to,
        -- closed while the service still worked in its system
        leaders.has_successor
        and leaders.entity not in ('persons', 'victims')
        and coalesce(leaders.ended_on <= case_systems.valid_to, false) as is_settled,
        -- keyed into a system after the service had left it, and known nowhere else
        not leaders.has_successor
        and coalesce(leaders.dated_on > case_systems.valid_to, false) as is_misplaced
    from leaders
    inner join case_systems on leaders.supplier = case_systems.supplier

),

-- the first system that closed it has the last word; else the newest that knows it
ranked as (

    select
        *,
        row_number() over (
            partition by entity, leader_supplier, leader_key
            order by
                is_settled desc,
                case when is_settled then system_number else -system_number end asc
        ) as standing_rank,
        first_value(dated_on) over (
            partition by entity, leader_supplier, leader_key
            order by system_number
        ) as first_dated_on,
        first_value(valid_to) over (
            partition by entity, leader_supplier, leader_key
            order by system_number
        ) as first_valid_to
    from timed

),

standing as (

    select
        -- ids
        ranked.entity,
        ranked.supplier,
        ranked.record_key,
        case
            when shared_ids.owner != ranked.leader_supplier
                then ranked.leader_supplier || ':' || ranked.leader_key
            else ranked.leader_key
        end as standing_key,

        -- dates: what was open at the switch began when the old system says
        case
            when ranked.first_dated_on <= ranked.first_valid_to
                then ranked.first_dated_on
            else ranked.dated_on
        end as started_on,

        -- flags
        ranked.standing_rank = 1 and not ranked.is_misplaced as is_standing,
        bool_or(ranked.standing_rank = 1 and ranked.is_misplaced) over (
            partition by ranked.entity, ranked.leader_supplier, ranked.leader_key
        ) as is_dropped,
        ranked.has_successor
    from ranked
    left join shared_ids
        on
            ranked.entity = shared_ids.entity
            and ranked.leader_key = shared_ids.leader_key

)

select * from standing
