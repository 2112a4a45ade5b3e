with

source as (

    select * from {{ source('case_document', 'substance_misuse') }}

),

substance_misuse as (

    select
        -- ids
        nullif(trim(source_return_id), '') as source_return_id,
        nullif(trim(yjs_name), '') as service,
        nullif(trim(ypid), '') as ypid,

        -- codes
        upper(nullif(trim(kpi5sminterventiontype), '')) as intervention_type_code,

        -- dates
        {{ parse_date('kpi5smdatescreened') }} as screened_date,
        kpi5smdatescreened as screened_date_as_sent,
        {{ parse_date('kpi5smdatereferred') }} as referred_date,
        kpi5smdatereferred as referred_date_as_sent,
        {{ parse_date('kpi5smdateoffered') }} as offered_date,
        kpi5smdateoffered as offered_date_as_sent,
        {{ parse_date('kpi5smdateattendedstart') }} as attended_start_date,
        kpi5smdateattendedstart as attended_start_date_as_sent,
        {{ parse_date('kpi5smdateattendedend') }} as attended_end_date,
        kpi5smdateattendedend as attended_end_date_as_sent,

        -- lineage
        _file_sha256,
        _row_number,
        _extract_date,
        _landed_at
    from source

)

select * from substance_misuse
