with

pupils as (

    select * from {{ ref('int_education__pupils') }}

),

children as (

    select *
    from {{ ref('int_identity__children') }}
    where supplier = 'school_census'

),

-- every census that has landed, whether or not a pupil is in it
census_days as (

    select
        _extract_date as census_date,
        lead(_extract_date) over (order by _extract_date) as next_census_date
    from pupils
    group by _extract_date

),

-- a child registered at two schools has the stronger provision of the two
pupils_with_support as (

    select
        children.child_id,
        pupils.*
    from pupils
    inner join children on pupils.supplier_person_id = children.supplier_person_id
    where pupils.is_on_roll and pupils.send_provision_code in ('E', 'K')
    qualify
        row_number() over (
            partition by children.child_id, pupils._extract_date
            order by
                pupils.send_provision_code asc,
                pupils.school_id asc,
                pupils.pupil_table_id asc
        ) = 1

),

send_statuses as (

    select
        -- ids
        pupils_with_support.child_id,

        -- codes
        pupils_with_support.send_provision_code,
        case pupils_with_support.send_provision_code
            when 'E' then 'EHCP'
            else 'SEN_SUPPORT_PLAN'
        end as plan_type,

        -- dates
        census_days.census_date as start_date,
        census_days.next_census_date - 1 as end_date,

        -- lineage
        'school_census' as _supplier,
        pupils_with_support._entity,
        pupils_with_support._file_sha256,
        pupils_with_support._row_number
    from pupils_with_support
    inner join census_days
        on pupils_with_support._extract_date = census_days.census_date

)

select * from send_statuses
