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

disposal_types as (

    select * from {{ ref('disposal_types') }}

),

longest_programmes as (

    select * from {{ ref('longest_programmes') }}

),

services as (

    select * from {{ ref('services') }}

),

known_codes as (

    select distinct code from {{ ref('disposal_types') }}

),

run_dates as (

    select * from {{ ref('int_case__run_date') }}

),

linked as (

    select
        service,
        ypid,
        programme_id,
        bool_or(is_programme_counted and is_outcome_counted) as is_counted,
        bool_or(is_out_of_court and tier in ('Diversion', 'Pre-Court'))
            as is_out_of_court
    from outcomes
    group by all

),

judged_programmes as (

    select
        -- ids
        programmes.service,
        programmes.ypid,
        programmes.programme_id,
        programmes.ypid || '|' || programmes.programme_id as programme_unit_id,

        -- texts
        case
            when disposal_types.code is not null then null
            when programmes.disposal_type_code is null then 'it is blank'
            when programmes.disposal_type_code in (select code from known_codes)
                then 'it is not valid on the end of the programme'
        end as code_detail,

        -- dates
        programmes.start_date,
        programmes.end_date,
        {{ quarter_label('programmes.end_date') }} as quarter,
        persons.birth_date,

        -- flags
        programmes.is_successfully_completed,
        disposal_types.code is not null as is_known_disposal_type,
        coalesce(disposal_types.counts_in_kpis = 'YES', false) as is_countable_type,
        linked.programme_id is not null as is_linked,
        coalesce(linked.is_counted, false) as is_counted,
        coalesce(linked.is_counted and linked.is_out_of_court, false)
            as is_out_of_court,
        programmes.end_date > run_dates.run_date as is_ending_after_run_date,
        programmes.end_date is null
        and programmes.start_date + to_months(longest_programmes.longest_months)
        < run_dates.run_date as is_open_too_long,
        services.valid_to < programmes.end_date as is_after_service,

        -- lineage
        programmes._supplier,
        programmes._entity,
        programmes._file_sha256,
        programmes._row_number
    from programmes
    cross join run_dates
    inner join persons
        on programmes.service = persons.service and programmes.ypid = persons.ypid
    left join linked
        on
            programmes.service = linked.service
            and programmes.ypid = linked.ypid
            and programmes.programme_id = linked.programme_id
    left join disposal_types
        on
            programmes.disposal_type_code = disposal_types.code
            and coalesce(programmes.end_date, run_dates.run_date)
            between coalesce(disposal_types.valid_from, date '0001-01-01')
            and coalesce(disposal_types.valid_to, date '9999-12-31')
    left join longest_programmes
        on programmes.disposal_type_code = longest_programmes.disposal_type
    left join services on programmes.service = services.service

)

select * from judged_programmes
