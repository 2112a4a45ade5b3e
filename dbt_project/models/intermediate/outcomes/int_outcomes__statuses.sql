with

case_statuses as (

    select * from {{ ref('int_outcomes__case_statuses') }}

),

of_partners as (

    select
        child_id,
        'send' as domain,
        'YES' as status_code,
        send_provision_code as status_recorded,
        1 as strength,
        start_date,
        end_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from {{ ref('int_education__send_statuses') }}
    union all by name
    select
        child_id,
        'wider_services' as domain,
        'LAC' as status_code,
        legal_status_code as status_recorded,
        5 as strength,
        start_date,
        end_date,
        _supplier,
        _entity,
        _file_sha256,
        _row_number
    from {{ ref('int_social_care__care_statuses') }}

),

-- partners speak only where the case system is silent about the child
statuses as (

    select * from case_statuses
    union all by name
    select of_partners.*
    from of_partners
    anti join case_statuses
        on
            of_partners.child_id = case_statuses.child_id
            and of_partners.domain = case_statuses.domain

)

select * from statuses
