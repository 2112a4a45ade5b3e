with

organisations as (

    select * from {{ ref('int_case__system_organisations') }}

),

persons as (

    {{ conformed_rows('int_case__persons') }}

),

suppliers as (

    select * from {{ ref('suppliers') }}

),

returns as (

    select * from {{ ref('int_case__document_returns') }}

),

items as (

    select * from {{ ref('stg_case_document__items') }}

),

newest_returns as (

    select *
    from returns
    qualify row_number() over (partition by service order by return_number desc) = 1

),

sent_headers as (

    select
        newest_returns.service,
        case
            when
                newest_returns.return_start_date
                = date_trunc('quarter', newest_returns.return_end_date)
                and newest_returns.return_end_date
                = last_day(newest_returns.return_start_date + interval 2 month)
                then {{ quarter_label('newest_returns.return_start_date') }}
        end as quarter,
        newest_returns._file_sha256,
        newest_returns._row_number as document_number,
        max(items.fields) filter (where items.kind = 'document') as document_fields,
        max(items.fields) filter (where items.kind = 'return_part') as return_fields
    from newest_returns
    -- a file that landed before items were kept has none: the return says so
    left join items
        on
            newest_returns.service = items.service
            and newest_returns.source_return_id = items.source_return_id
            and newest_returns._file_sha256 = items._file_sha256
            and newest_returns._row_number = items.document_number
    group by all

),

systems as (

    select
        persons.service,
        min(suppliers.supplier_name) as supplier_name
    from persons
    inner join suppliers on persons._supplier = suppliers.supplier
    group by persons.service

),

service_codes as (

    select
        service,
        min(yot_ou_code) as yot_ou_code
    from organisations
    group by service

),

made_headers as (

    select
        systems.service,
        cast(null as varchar) as quarter,
        cast(null as varchar) as _file_sha256,
        cast(null as bigint) as document_number,
        '{"return_part":{},"children":[]}' as document_fields,
        {{ national_fields({
            'yotoucode': 'service_codes.yot_ou_code',
            'yjs_name': 'systems.service',
            'cmssystem': 'systems.supplier_name',
        }) }} as return_fields
    from systems
    left join service_codes on systems.service = service_codes.service

),

headers as (

    select * from sent_headers
    union all
    select * from made_headers

)

select * from headers
