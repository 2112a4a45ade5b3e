with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

programmes as (

    select * from {{ ref('int_case__programmes') }}

),

links as (

    select distinct
        service,
        ypid,
        programme_id
    from {{ ref('int_case__programme_offences') }}

),

judged as (

    select * from {{ ref('int_orders__judged') }}

),

ended as (

    select * from {{ ref('int_orders__ended') }}

),

reasons as (

    select * from {{ ref('uncounted_reasons') }}

),

-- of several outcomes the one that came furthest says why
furthest as (

    select
        judged.calculation_id,
        judged.service,
        judged.ypid,
        judged.programme_id,
        max_by(reasons.reason, reasons.place) as reason
    from judged
    left join reasons
        on coalesce(judged.failed_rule, 'another_order_counts') = reasons.reason
    group by all

),

asked as (

    select
        calculations.calculation_id,
        units.unit_id,
        programmes.*
    from programmes
    cross join calculations
    inner join units
        on
            programmes.service = units.service
            and programmes.ypid = units.ypid
            and calculations.is_merging_duplicates = units.is_merged
    where coalesce(programmes.end_date, date '9999-12-31') >= date '2023-04-01'

),

uncounted as (

    select asked.*
    from asked
    anti join ended
        on
            asked.calculation_id = ended.calculation_id
            and asked.service = ended.service
            and asked.ypid = ended.ypid
            and asked.programme_id = ended.programme_id

),

not_counted as (

    select
        -- ids
        uncounted.calculation_id,
        uncounted.service,
        uncounted.unit_id,
        uncounted.ypid,
        uncounted.programme_id,

        -- codes
        {{ quarter_label('uncounted.end_date') }} as quarter,
        uncounted.disposal_type_code,
        case
            when furthest.reason is not null then furthest.reason
            when links.programme_id is not null then 'offence_without_outcome'
            else 'no_link'
        end as reason,

        -- dates
        uncounted.start_date,
        uncounted.end_date,

        -- lineage
        uncounted._supplier,
        uncounted._entity,
        uncounted._file_sha256,
        uncounted._row_number
    from uncounted
    left join furthest
        on
            uncounted.calculation_id = furthest.calculation_id
            and uncounted.service = furthest.service
            and uncounted.ypid = furthest.ypid
            and uncounted.programme_id = furthest.programme_id
    left join links
        on
            uncounted.service = links.service
            and uncounted.ypid = links.ypid
            and uncounted.programme_id = links.programme_id

)

select * from not_counted
