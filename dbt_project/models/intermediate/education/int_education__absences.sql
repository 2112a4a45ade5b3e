with

on_roll as (

    select
        *,
        true as is_on_roll
    from {{ ref('stg_school_census__termlysessiondetailsonroll') }}

),

off_roll as (

    select
        *,
        false as is_on_roll
    from {{ ref('stg_school_census__termlysessiondetailsoffroll') }}

),

all_sessions as (

    select * from on_roll
    union all
    select * from off_roll

),

absences as (

    select
        -- ids
        _extract_date,
        school_id,
        pupil_table_id,
        is_on_roll,

        -- measures
        sum(sessions_count) as absent_sessions_count
    from all_sessions
    group by _extract_date, school_id, pupil_table_id, is_on_roll

)

select * from absences
