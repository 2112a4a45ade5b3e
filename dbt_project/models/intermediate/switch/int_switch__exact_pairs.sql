with

records as (

    select
        *,
        concat_ws('|', said_key, dated_on) as whole_key
    from {{ ref('int_switch__records') }}

),

numbered as (

    select
        *,
        -- of equals the first is paired with the first
        row_number() over (
            partition by supplier, whole_key
            order by ended_on asc nulls last, length(record_key) asc, record_key asc
        ) as nth
    from records

),

whole_pairs as (

    select
        olds.entity,
        olds.supplier as old_supplier,
        olds.record_key as old_key,
        news.supplier as new_supplier,
        news.record_key as new_key,
        'natural_key' as paired_by
    from numbered as olds
    inner join numbered as news
        on
            olds.whole_key = news.whole_key
            and olds.nth = news.nth
            and olds.system_number < news.system_number

)

select * from whole_pairs
