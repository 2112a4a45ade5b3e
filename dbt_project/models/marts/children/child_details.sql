with

persons as (

    select * from {{ ref('int_case__persons') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

case_workers as (

    select * from {{ ref('int_identity__case_workers') }}

),

child_details as (

    select
        -- ids
        case_children.child_id,
        persons.service,
        persons.ypid,
        persons.nhs_number,
        persons.upn,
        persons.pnc_number,
        case_workers.case_worker_id,

        -- people
        persons.surname,
        persons.forename,
        persons.postcode,
        persons.birth_date
    from persons
    inner join case_children
        on
            persons.service = case_children.service
            and persons.ypid = case_children.ypid
    left join case_workers
        on
            case_children.service = case_workers.service
            and case_children.child_id = case_workers.child_id

)

select * from child_details
