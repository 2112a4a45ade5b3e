with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

case_statuses as (

    select * from {{ ref('int_case__send_statuses') }}

),

education_statuses as (

    select * from {{ ref('int_education__send_statuses') }}

),

members as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.end_date,
        calculations.plan_types,
        {{ behaves_as_code('calculations', 'partners_unseen') }} as is_partner_unseen,
        units.ypid,
        case_children.child_id
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    inner join units
        on
            orders.service = units.service
            and orders.unit_id = units.unit_id
            and calculations.is_merging_duplicates = units.is_merged
    left join case_children
        on units.service = case_children.service and units.ypid = case_children.ypid

),

recorded as (

    select
        members.* exclude (plan_types, is_partner_unseen, child_id),
        'case system' as record_source,
        coalesce(case_statuses.identified_code = 'YES', false) as is_identified,
        coalesce(case_statuses.formal_plan_code = 'YES', false) as has_formal_plan,
        case_statuses.start_date,
        case_statuses.end_date as status_end_date,
        case_statuses._supplier,
        case_statuses._entity,
        case_statuses._file_sha256,
        case_statuses._row_number
    from members
    inner join case_statuses
        on
            members.service = case_statuses.service
            and members.ypid = case_statuses.ypid

),

-- the case system is silent: not one SEND record of the child, of whatever date
silent as (

    select distinct
        members.calculation_id,
        members.service,
        members.quarter,
        members.unit_id,
        members.end_date,
        members.plan_types,
        members.child_id
    from members
    anti join recorded
        on
            members.calculation_id = recorded.calculation_id
            and members.service = recorded.service
            and members.unit_id = recorded.unit_id
    where not members.is_partner_unseen

),

filled_in as (

    select
        silent.* exclude (plan_types, child_id),
        null::varchar as ypid,
        'education' as record_source,
        true as is_identified,
        list_contains(
            silent.plan_types, education_statuses.plan_type
        ) as has_formal_plan,
        education_statuses.start_date,
        education_statuses.end_date as status_end_date,
        education_statuses._supplier,
        education_statuses._entity,
        education_statuses._file_sha256,
        education_statuses._row_number
    from silent
    inner join education_statuses on silent.child_id = education_statuses.child_id

),

statuses as (

    select * from recorded
    union all by name
    select * from filled_in

),

open_at_end as (

    select *
    from statuses
    where
        coalesce(start_date, date '0001-01-01') <= end_date
        and coalesce(status_end_date, date '9999-12-31') >= end_date

)

select * from open_at_end
