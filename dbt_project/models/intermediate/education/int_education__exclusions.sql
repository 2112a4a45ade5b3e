with

on_roll as (

    select
        *,
        true as is_on_roll
    from {{ ref('stg_school_census__termlyexclusionsonroll') }}

),

off_roll as (

    select
        *,
        false as is_on_roll
    from {{ ref('stg_school_census__termlyexclusionsoffroll') }}

),

all_exclusions as (

    select * from on_roll
    union all
    select * from off_roll

),

exclusions as (

    select
        -- ids
        _extract_date,
        school_id,
        pupil_table_id,
        is_on_roll,

        -- measures
        count(*) filter (category_code = 'PERM') as permanent_exclusions_count,
        count(*) filter (category_code = 'FIXD') as suspensions_count,
        coalesce(
            sum(sessions_count) filter (category_code = 'FIXD'), 0
        ) as suspended_sessions_count
    from all_exclusions
    group by _extract_date, school_id, pupil_table_id, is_on_roll

)

select * from exclusions
