with

recorded as (

    select * from {{ ref('stg_service_office__budget') }}

),

only_service as (

    select * from {{ ref('int_office__only_service') }}

),

budget as (

    select
        -- ids
        coalesce(recorded.service, only_service.service) as service,

        -- codes
        {{ plan_code('recorded.partner_as_sent') }} as partner_code,
        {{ plan_code('recorded.kind_as_sent') }} as kind_code,

        -- dates
        recorded.starting_year,

        -- measures
        recorded.amount_gbp,

        -- flags
        'total' in (
            lower(coalesce(recorded.partner_as_sent, '')),
            lower(coalesce(recorded.kind_as_sent, ''))
        ) as is_stated_total,

        -- lineage
        'service_office' as _supplier,
        'budget' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from recorded
    cross join only_service

)

select * from budget
