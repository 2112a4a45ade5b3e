with

conformed as (

    select * from {{ ref('int_education__enrolments') }}

),

education as (

    select
        -- ids
        enrolment_id,
        child_id,
        school_id,

        -- codes
        send_provision_code,

        -- dates
        census_date,
        entry_date,
        leaving_date,

        -- measures
        suspensions_count,
        suspended_sessions_count,
        permanent_exclusions_count,
        absent_sessions_count,

        -- flags
        is_on_roll,

        -- lineage
        supplier
    from conformed

)

select * from education
