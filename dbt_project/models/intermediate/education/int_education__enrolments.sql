with

pupils as (

    select * from {{ ref('int_education__pupils') }}

),

exclusions as (

    select * from {{ ref('int_education__exclusions') }}

),

absences as (

    select * from {{ ref('int_education__absences') }}

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

enrolments as (

    select
        -- ids
        {{ record_key([
            'pupils._extract_date',
            'pupils._entity',
            'pupils.school_id',
            'pupils.pupil_table_id',
            'pupils.is_on_roll'
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
            and pupils.is_on_roll = exclusions.is_on_roll
    left join absences
        on
            pupils._extract_date = absences._extract_date
            and pupils.school_id = absences.school_id
            and pupils.pupil_table_id = absences.pupil_table_id
            and pupils.is_on_roll = absences.is_on_roll
    cross join salt

)

select * from enrolments
