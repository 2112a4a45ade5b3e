with

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

outcomes as (

    select * from {{ ref('int_orders__programme_outcomes') }}

),

persons as (

    select * from {{ ref('int_case__persons') }}

),

linked as (

    select
        service,
        ypid,
        programme_id,
        bool_and(is_known_disposal_type) as is_known_disposal_type,
        bool_or(is_programme_counted and is_outcome_counted) as is_counted,
        bool_or(is_out_of_court and tier in ('Diversion', 'Pre-Court'))
            as is_out_of_court
    from outcomes
    group by all

),

judged as (

    select
        programmes.*,
        programmes.ypid || '|' || programmes.programme_id as programme_unit_id,
        linked.is_known_disposal_type,
        coalesce(linked.is_counted, false) as is_counted,
        coalesce(linked.is_counted and linked.is_out_of_court, false)
            as is_out_of_court,
        persons.birth_date
    from programmes
    left join linked
        on
            programmes.service = linked.service
            and programmes.ypid = linked.ypid
            and programmes.programme_id = linked.programme_id
    inner join persons
        on programmes.service = persons.service and programmes.ypid = persons.ypid

),

findings as (

    {{ finding(
        'DQ-K6-FLAG-NULL', 'warning', 'programme_unit_id', "'successfully completed'",
        "'an ended out-of-court disposal does not say whether it was completed'",
        'judged',
        'is_out_of_court and is_successfully_completed is null and end_date is not null'
    ) }}
    union all
    {{ finding(
        'DQ-DISPOSAL-CODE', 'blocks_sign_off', 'programme_unit_id', "'disposal type'",
        "'disposal type is not in the reference, or not valid on its end: never counts'",
        'judged', 'not is_known_disposal_type'
    ) }}
    union all
    {{ finding(
        'DQ-START-NULL', 'blocks_sign_off', 'programme_unit_id', "'start date'",
        "'programme has an end but no start: the order is not counted'",
        'judged', 'is_counted and start_date is null and end_date is not null'
    ) }}
    union all
    {{ finding(
        'DQ-END-BEFORE-START', 'blocks_sign_off', 'programme_unit_id', "'end date'",
        "'programme ends before it starts: the order is not counted'",
        'judged', 'is_counted and end_date < start_date'
    ) }}
    union all
    {{ finding(
        'DQ-BIRTH-DATE-NULL', 'blocks_sign_off', 'programme_unit_id', "'birth date'",
        "'birth date is missing: no age can be worked out, the order is not counted'",
        'judged', 'is_counted and birth_date is null'
    ) }}

)

select * from findings
