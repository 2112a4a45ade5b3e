with

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

care_statuses as (

    select * from {{ ref('care_statuses') }}

),

of_the_case_system as (

    select
        service,
        ypid,
        'accommodation' as domain,
        accommodation_type_code as status_code,
        suitability_code,
        accommodation_type_recorded as status_recorded,
        if(is_primary, 2, 1) as strength,
        start_date,
        end_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from {{ ref('int_case__residences') }}
    union all by name
    select
        service,
        ypid,
        'education_training_employment' as domain,
        provision_type_code as status_code,
        suitability_code,
        provision_type_recorded as status_recorded,
        1 as strength,
        start_date,
        end_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from {{ ref('int_case__ete_statuses') }}
    union all by name
    select
        service,
        ypid,
        'send' as domain,
        identified_code as status_code,
        identified_code as status_recorded,
        1 as strength,
        start_date,
        end_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from {{ ref('int_case__send_statuses') }}
    union all by name
    select
        statuses.service,
        statuses.ypid,
        'wider_services' as domain,
        coalesce(care_statuses.code, 'NOT_IN_LIST') as status_code,
        statuses.status_recorded,
        case care_statuses.code
            when 'LAC' then 5
            when 'CP' then 4
            when 'CIN' then 3
            when 'EH' then 2
            else 1
        end as strength,
        statuses.start_date,
        statuses.end_date,
        statuses._supplier,
        statuses._entity,
        statuses._file_sha256,
        statuses._row_number
    from {{ ref('int_case__care_statuses') }} as statuses
    left join care_statuses
        on upper(statuses.status_text) = upper(care_statuses.status_text)
    union all by name
    -- help is a ladder: the furthest step taken by the day is the status
    select
        service,
        ypid,
        domain,
        step as status_code,
        intervention_type_recorded as status_recorded,
        strength,
        reached_date as start_date,
        cast(null as date) as end_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from {{ ref('int_outcomes__health_steps') }}

),

case_statuses as (

    select
        case_children.child_id,
        of_the_case_system.domain,
        of_the_case_system.status_code,
        of_the_case_system.suitability_code,
        of_the_case_system.status_recorded,
        of_the_case_system.strength,
        of_the_case_system.start_date,
        of_the_case_system.end_date,
        of_the_case_system._supplier,
        of_the_case_system._entity,
        of_the_case_system._file_sha256,
        of_the_case_system._row_number
    from of_the_case_system
    inner join case_children
        on
            of_the_case_system.service = case_children.service
            and of_the_case_system.ypid = case_children.ypid

)

select * from case_statuses
