with

hearings as (

    {{ conformed_rows('int_case__hearings') }}

),

hearing_offences as (

    {{ conformed_rows('int_case__hearing_offences') }}

),

hearing_items as (

    select
        service,
        ypid,
        'hearing' as kind,
        row_number() over (
            partition by service, ypid order by hearing_date, hearing_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields(
            {
                'hearingID': 'hearing_id',
                'hearingDate': national_date('hearing_date'),
                'remandDecision': 'remand_decision_code',
            },
            {
                'courtName': 'court_name',
                'courtType': 'court_type',
                'cmsremandDecision': 'remand_decision_recorded',
            },
        ) }} as fields
    from hearings

),

link_items as (

    select
        service,
        ypid,
        'link_hearing_offence' as kind,
        row_number() over (
            partition by service, ypid order by hearing_id, offence_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields(
            {'hearingID': 'hearing_id', 'offenceID': 'offence_id'}
        ) }} as fields
    from hearing_offences

),

national_hearings as (

    select * from hearing_items
    union all
    select * from link_items

)

select * from national_hearings
