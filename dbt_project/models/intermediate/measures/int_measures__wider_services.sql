with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

care_statuses as (

    select * from {{ ref('int_orders__care_statuses') }}

),

statuses as (

    select
        care_statuses.calculation_id,
        care_statuses.service,
        care_statuses.quarter,
        care_statuses.unit_id,
        care_statuses.status_code,
        bool_or(care_statuses.is_at_start) as is_at_start,
        bool_or(
            case calculations.kpi7_point
                when 'end' then care_statuses.is_at_end
                else care_statuses.is_during
            end
        ) as is_at_point
    from care_statuses
    inner join calculations
        on care_statuses.calculation_id = calculations.calculation_id
    where care_statuses.is_in_headline
    group by all

),

-- an unknown start is before the order, as of every status
referred as (

    select
        * exclude (status_start_date),
        coalesce(status_start_date, date '0001-01-01') as referral_date
    from care_statuses
    where status_code = 'EH_REFERRAL'

),

-- a referral needs only a date on or before the order's end
referrals as (

    select
        calculation_id,
        service,
        quarter,
        unit_id,
        bool_or(referral_date < referral_from_date) as is_open_before,
        bool_or(referral_date >= referral_from_date) as is_referred
    from referred
    where referral_date <= end_date
    group by all

),

children as (

    select
        orders.calculation_id,
        orders.service,
        orders.quarter,
        orders.unit_id,
        orders.order_type,
        calculations.kpi7_point,
        coalesce(bool_or(statuses.is_at_point), false) as is_linked,
        coalesce(
            list(statuses.status_code) filter (where statuses.is_at_start), []
        ) as statuses_at_start,
        coalesce(
            list(statuses.status_code) filter (where statuses.is_at_point), []
        ) as statuses_at_point,
        coalesce(any_value(referrals.is_open_before), false) as is_open_before,
        coalesce(any_value(referrals.is_referred), false) as is_referred
    from orders
    inner join calculations
        on orders.calculation_id = calculations.calculation_id
    left join statuses
        on
            orders.calculation_id = statuses.calculation_id
            and orders.service = statuses.service
            and orders.quarter = statuses.quarter
            and orders.unit_id = statuses.unit_id
    left join referrals
        on
            orders.calculation_id = referrals.calculation_id
            and orders.service = referrals.service
            and orders.quarter = referrals.quarter
            and orders.unit_id = referrals.unit_id
    group by all

),

answers as (

    select
        children.*,
        status.code as status
    from children
    cross join (select unnest(['LAC', 'CP', 'CIN', 'EH']) as code) as status

),

members as (

    {{ members('kpi7', "'{}'", 'unit_id', 'is_linked', 'children') }}
    union all
    {{ members(
        'kpi7', breakdown({'order_type': 'order_type'}), 'unit_id', 'is_linked',
        'children', 'order_type is not null'
    ) }}
    union all
    {{ members(
        'kpi7a', breakdown({'status': 'status'}), 'unit_id',
        'list_contains(statuses_at_start, status)', 'answers'
    ) }}
    union all
    {{ members(
        'kpi7b', breakdown({'point': 'kpi7_point', 'status': 'status'}), 'unit_id',
        'list_contains(statuses_at_point, status)', 'answers'
    ) }}
    union all
    {{ members(
        'kpi7c', breakdown({'referral': "'open_before'"}), 'unit_id',
        'is_open_before', 'children'
    ) }}
    union all
    {{ members(
        'kpi7c', breakdown({'referral': "'referred'"}), 'unit_id', 'is_referred',
        'children'
    ) }}

)

select * from members
