with

programmes as (

    {{ conformed_rows('int_case__programmes') }}

),

programme_offences as (

    {{ conformed_rows('int_case__programme_offences') }}

),

programme_items as (

    select
        service,
        ypid,
        'intervention_programme' as kind,
        row_number() over (
            partition by service, ypid order by start_date, programme_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields(
            {
                'interventionProgrammeID': 'programme_id',
                'startDate': national_date('start_date'),
                'endDate': national_date('end_date'),
                'disposalType': 'disposal_type_code',
                'kpi6SuccessfullyCompleted': 'is_successfully_completed',
            },
            {'cmsdisposalType': 'cms_disposal_type'},
        ) }} as fields
    from programmes

),

link_items as (

    select
        service,
        ypid,
        'link_offence_intervention_programme' as kind,
        row_number() over (
            partition by service, ypid order by programme_id, offence_id, _row_number
        ) as item_number,
        1 as parent_number,
        {{ national_fields({
            'offenceID': 'offence_id', 'interventionProgrammeID': 'programme_id'
        }) }} as fields
    from programme_offences

),

national_programmes as (

    select * from programme_items
    union all
    select * from link_items

)

select * from national_programmes
