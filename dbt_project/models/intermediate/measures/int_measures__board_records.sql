with

board_members as (

    select distinct
        calculation_id,
        service,
        quarter,
        unit_id
    from {{ ref('int_measures__board') }}

),

attendances as (

    select * from {{ ref('int_case__board_meetings') }}

),

-- a sector of which nobody came is explained by the whole list of who did
seen as (

    select
        board_members.*,
        'board' as topic,
        attendances.meeting_date || ', ' || attendances.sector_code as fact,
        case
            when lower(attendances.sector_code) = board_members.unit_id
                then
                    lower(attendances.attendee_level_code)
                    || case
                        when attendances.shares_disproportionality_data
                            then ', shares data'
                        else ''
                    end
            else 'another sector'
        end as verdict,
        attendances._supplier,
        attendances._entity,
        attendances._file_sha256,
        attendances._row_number
    from board_members
    inner join attendances
        on
            board_members.quarter = {{ quarter_label('attendances.meeting_date') }}
            and board_members.service
            = coalesce(attendances.service, board_members.service)
    qualify
        lower(attendances.sector_code) = board_members.unit_id
        or not bool_or(lower(attendances.sector_code) = board_members.unit_id) over (
            partition by
                board_members.calculation_id,
                board_members.service,
                board_members.quarter,
                board_members.unit_id
        )

),

board_records as (

    select
        calculation_id,
        service,
        quarter,
        topic,
        '' as point,
        unit_id,
        _supplier as supplier,
        _entity as entity,
        _file_sha256 as file_sha256,
        _row_number as row_number,
        fact,
        verdict
    from seen

)

select distinct * from board_records
