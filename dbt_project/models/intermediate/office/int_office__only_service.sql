with

persons as (

    select * from {{ ref('int_case__persons') }}

),

in_scope as (

    select * from {{ ref('stg_control__services_in_scope') }}

),

-- the office's tables may name no service: the children tell it, else the scope does
only_service as (

    select
        coalesce(
            (
                select case when count(distinct service) = 1 then min(service) end
                from persons
            ),
            (
                select case when count(distinct service) = 1 then min(service) end
                from in_scope
            )
        ) as service

)

select * from only_service
