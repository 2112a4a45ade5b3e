with

of_documents as (

    select * from {{ ref('stg_case_document__board_meetings') }}

),

of_office as (

    select * from {{ ref('stg_service_office__board_meetings') }}

),

only_service as (

    select * from {{ ref('int_office__only_service') }}

),

attendances as (

    select
        *,
        2 as precedence,
        'case_document' as _supplier
    from of_documents
    union all by name
    select
        *,
        1 as precedence,
        'service_office' as _supplier
    from of_office

),

named as (

    select
        attendances.* exclude (service),
        coalesce(attendances.service, only_service.service) as service
    from attendances
    cross join only_service

),

-- of several case files that tell of a sector at a meeting the newest counts
newest as (

    select *
    from named
    qualify
        rank() over (
            partition by precedence, service, meeting_date, lower(sector_code)
            order by _extract_date desc, _landed_at desc, _file_sha256 asc
        ) = 1

),

-- a meeting that the office's own table tells is not told again by a case file
told_once as (

    select *
    from newest
    qualify
        rank() over (
            partition by service, meeting_date
            order by precedence asc
        ) = 1

),

board_meetings as (

    select
        -- ids
        service,

        -- codes
        sector_code,
        attendee_level_code,

        -- dates
        meeting_date,

        -- flags
        is_new_partner,
        shares_disproportionality_data,

        -- lineage
        _supplier,
        'board_meetings' as _entity,
        _file_sha256,
        _row_number
    from told_once
    where coalesce(lower(attendee_level_code), '') != 'cancelled'

)

select * from board_meetings
