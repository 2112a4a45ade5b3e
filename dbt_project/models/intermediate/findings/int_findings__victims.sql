with

listed as (

    select * from {{ ref('int_office__victims') }}

),

interventions as (

    select * from {{ ref('int_case__victim_interventions') }}

),

known as (

    select distinct
        service,
        victim_id
    from interventions

),

judged as (

    select
        listed.*,
        -- no ypid, even where victims and children bear the same numbers
        'victim|' || listed.victim_id as unit_id,
        known.victim_id is not null as is_known,
        known_masters.victim_id is not null as is_master_known,
        count(*) over (
            partition by listed.service, listed.master_victim_id
        ) as joined_count
    from listed
    left join known
        on listed.service = known.service and listed.victim_id = known.victim_id
    left join known as known_masters
        on
            listed.service = known_masters.service
            and listed.master_victim_id = known_masters.victim_id

),

victims as (

    {{ finding(
        'DQ-VICTIM-CIRCLE', 'unit_id', 'master victim id',
        'judged', 'is_circle'
    ) }}
    union all
    {{ finding(
        'DQ-VICTIM-UNKNOWN', 'unit_id', 'victim id',
        'judged', 'not is_known'
    ) }}
    union all
    {{ finding(
        'DQ-VICTIM-MASTER-UNKNOWN', 'unit_id', 'master victim id',
        'judged', 'is_known and not is_master_known and joined_count = 1'
    ) }}

)

select * from victims
