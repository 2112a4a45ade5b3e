with

pupils as (

    select * from {{ ref('int_education__pupils') }}

),

on_roll_exclusions as (

    select * from {{ ref('stg_school_census__termlyexclusionsonroll') }}

),

off_roll_exclusions as (

    select * from {{ ref('stg_school_census__termlyexclusionsoffroll') }}

),

on_roll_sessions as (

    select * from {{ ref('stg_school_census__termlysessiondetailsonroll') }}

),

off_roll_sessions as (

    select * from {{ ref('stg_school_census__termlysessiondetailsoffroll') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

salt as (

    select * from {{ ref('stg_control__salt') }}

),

known_children as (

    select distinct
        children.supplier,
        children.supplier_person_id,
        children.child_id
    from children
    semi join case_children on children.child_id = case_children.child_id
    where children.supplier = 'school_census'

),

exclusions as (

    select
        _extract_date,
        school_id,
        pupil_table_id,
        count(*) filter (category_code = 'PERM') as permanent_exclusions_count,
        count(*) filter (category_code = 'FIXD') as suspensions_count,
        coalesce(
            sum(sessions_count) filter (category_code = 'FIXD'), 0
        ) as suspended_sessions_count
    from (
        select * exclude (exclusion_table_id) from on_roll_exclusions
        union all by name
        select * exclude (exclusion_table_id) from off_roll_exclusions
    ) as all_exclusions
    group by _extract_date, school_id, pupil_table_id

),

absences as (

    select
        _extract_date,
        school_id,
        pupil_table_id,
        sum(sessions_count) as absent_sessions_count
    from (
        select * exclude (session_detail_table_id) from on_roll_sessions
        union all by name
        select * exclude (session_detail_table_id) from off_roll_sessions
    ) as all_sessions
    group by _extract_date, school_id, pupil_table_id

),

education as (

    select
        -- ids
        {{ record_key([
            'pupils._extract_date',
            'pupils.school_id',
            'pupils.pupil_table_id'
        ]) }} as enrolment_id,
        known_children.child_id,
        pupils.school_id,

        -- codes
        pupils.send_provision_code,

        -- dates
        pupils._extract_date as census_date,
        pupils.entry_date,
        pupils.leaving_date,

        -- measures
        cast(coalesce(exclusions.suspensions_count, 0) as integer) as suspensions_count,
        cast(coalesce(exclusions.suspended_sessions_count, 0) as double)
            as suspended_sessions_count,
        cast(coalesce(exclusions.permanent_exclusions_count, 0) as integer)
            as permanent_exclusions_count,
        cast(coalesce(absences.absent_sessions_count, 0) as double)
            as absent_sessions_count,

        -- flags
        pupils.is_on_roll,

        -- lineage
        'school_census' as supplier
    from pupils
    inner join known_children
        on pupils.supplier_person_id = known_children.supplier_person_id
    left join exclusions
        on
            pupils._extract_date = exclusions._extract_date
            and pupils.school_id = exclusions.school_id
            and pupils.pupil_table_id = exclusions.pupil_table_id
    left join absences
        on
            pupils._extract_date = absences._extract_date
            and pupils.school_id = absences.school_id
            and pupils.pupil_table_id = absences.pupil_table_id
    cross join salt

)

select * from education
