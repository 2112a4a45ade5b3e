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

    select * from {{ ref('int_case__care_statuses') }}

),

social_care_statuses as (

    select * from {{ ref('int_social_care__care_statuses') }}

),

care_statuses as (

    select * from {{ ref('care_statuses') }}

),

members as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        {{ referral_from_date('orders', 'calculations') }} as referral_from_date,
        orders.start_point_date,
        orders.status_from_date,
        orders.end_date,
        {{ behaves_as_code('calculations', 'exact_text') }} as is_text_exact,
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
        members.* exclude (ypid, child_id),
        'case system' as record_source,
        case_statuses.status_text,
        case_statuses.start_date as status_start_date,
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

-- the case system is silent: not one care status of the child, of whatever date
silent as (

    select distinct members.* exclude (ypid)
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
        silent.* exclude (child_id),
        'social care' as record_source,
        social_care_statuses.status_text,
        social_care_statuses.start_date as status_start_date,
        social_care_statuses.end_date as status_end_date,
        social_care_statuses._supplier,
        social_care_statuses._entity,
        social_care_statuses._file_sha256,
        social_care_statuses._row_number
    from silent
    inner join social_care_statuses
        on silent.child_id = social_care_statuses.child_id

),

statuses as (

    select * from recorded
    union all by name
    select * from filled_in

),

points as (

    select
        statuses.* exclude (status_end_date),
        care_statuses.code as status_code,
        coalesce(care_statuses.headline = 'YES', false) as is_in_headline,
        {{ overlaps('start_point_date', 'status_from_date') }} as is_at_start,
        {{ overlaps('end_date', 'end_date') }} as is_at_end,
        {{ overlaps('end_date', 'status_from_date') }} as is_during
    from statuses
    inner join care_statuses
        on upper(trim(statuses.status_text)) = upper(care_statuses.status_text)
    where
        statuses.status_text = care_statuses.status_text or not statuses.is_text_exact

)

select * from points
