with

source as (

    select * from {{ source('ssda903', 'episodes') }}

),

latest as (

    select *
    from source
    qualify
        row_number() over (
            partition by child, decom
            order by _extract_date desc, _landed_at desc, _row_number desc
        ) = 1

),

episodes as (

    select
        -- ids
        nullif(trim(child), '') as ssda903_child_id,

        -- people
        nullif(trim(home_post), '') as home_postcode,
        nullif(trim(pl_post), '') as placement_postcode,

        -- codes
        upper(nullif(trim(rne), '')) as reason_new_episode_code,
        upper(nullif(trim(ls), '')) as legal_status_code,
        upper(nullif(trim(cin), '')) as need_code,
        upper(nullif(trim(place), '')) as placement_code,
        upper(nullif(trim(rec), '')) as reason_ended_code,

        -- dates
        {{ parse_date('decom') }} as start_date,
        decom as start_date_as_sent,
        {{ parse_date('dec') }} as end_date,
        dec as end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from latest

)

select * from episodes
