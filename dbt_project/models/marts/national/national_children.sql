with

quarter_children as (

    select * from {{ ref('int_national__quarter_children') }}

),

national_children as (

    select
        -- ids
        service,
        quarter,
        ypid,

        -- flags
        is_in_newest_return
    from quarter_children

)

select * from national_children
