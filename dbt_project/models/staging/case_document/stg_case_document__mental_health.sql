with

source as (

    select * from {{ source('case_document', 'mental_health') }}

),

mental_health as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        upper(nullif(trim(kpi4mhinterventiontype), '')) as intervention_type_code,

        -- dates
        {{ parse_date('kpi4mhdatescreened') }} as screened_date,
        kpi4mhdatescreened as screened_date_as_sent,
        {{ parse_date('kpi4mhdatereferred') }} as referred_date,
        kpi4mhdatereferred as referred_date_as_sent,
        {{ parse_date('kpi4mhdateoffered') }} as offered_date,
        kpi4mhdateoffered as offered_date_as_sent,
        {{ parse_date('kpi4mhdateattendedstart') }} as attended_start_date,
        kpi4mhdateattendedstart as attended_start_date_as_sent,
        {{ parse_date('kpi4mhdateattendedend') }} as attended_end_date,
        kpi4mhdateattendedend as attended_end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from mental_health
