with

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

disposal_types as (

    select
        code,
        custody_phase,
        bool_or(counts_in_kpis = 'YES' or custody_phase is not null) as is_order
    from {{ ref('disposal_types') }}
    group by code, custody_phase

),

orders as (

    select
        programmes.service,
        programmes.ypid,
        programmes.programme_id,
        case_children.child_id,
        programmes.start_date,
        programmes.end_date,
        disposal_types.custody_phase
    from programmes
    inner join case_children
        on
            programmes.service = case_children.service
            and programmes.ypid = case_children.ypid
    inner join disposal_types
        on
            programmes.disposal_type_code = disposal_types.code
            and disposal_types.is_order

),

all_points as (

    -- in custody everybody is accommodated: what counts is the day before
    select
        *,
        'start' as point,
        cast(
            start_date - if(custody_phase in ('custody', 'whole'), 1, 0) as date
        ) as point_date
    from orders
    union all
    select
        *,
        if(custody_phase = 'custody', 'release', 'end') as point,
        end_date as point_date
    from orders

),

points as (

    select
        service,
        ypid,
        programme_id,
        child_id,
        point,
        point_date
    from all_points
    where point_date is not null

)

select * from points
