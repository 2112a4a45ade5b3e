with

residences as (

    {{ conformed_rows('int_case__residences') }}

),

ete_statuses as (

    {{ conformed_rows('int_case__ete_statuses') }}

),

send_statuses as (

    {{ conformed_rows('int_case__send_statuses') }}

),

care_statuses as (

    {{ conformed_rows('int_case__care_statuses') }}

),

transfers as (

    {{ conformed_rows('int_case__transfers') }}

),

items as (

    select
        service,
        ypid,
        'residence' as kind,
        start_date as first_day,
        _row_number,
        {{ national_fields({
            'date': national_date('start_date'),
            'kpi1EndDate': national_date('end_date'),
            'kpi1PrimaryResidence': 'is_primary',
            'kpi1AccommodationType': 'accommodation_type_code',
            'kpi1AccommodationSuitability': 'suitability_code',
        }) }} as fields
    from residences
    union all
    select
        service,
        ypid,
        'ete_status' as kind,
        start_date as first_day,
        _row_number,
        {{ national_fields({
            'startDate': national_date('start_date'),
            'endDate': national_date('end_date'),
            'provisionType': 'provision_type_code',
            'suitability': 'suitability_code',
            'hoursOffered': 'hours_offered',
            'hours': 'hours_attended',
        }) }} as fields
    from ete_statuses
    union all
    select
        service,
        ypid,
        'sendaln' as kind,
        start_date as first_day,
        _row_number,
        {{ national_fields({
            'kpi3IdentifiedSENDALN': 'identified_code',
            'kpi3SENDFormalPlan': 'formal_plan_code',
            'kpi3SENDStartDate': national_date('start_date'),
            'kpi3SENDEndDate': national_date('end_date'),
        }) }} as fields
    from send_statuses
    union all
    select
        service,
        ypid,
        'care_status' as kind,
        start_date as first_day,
        _row_number,
        {{ national_fields({
            'status': 'status_text',
            'startDate': national_date('start_date'),
            'endDate': national_date('end_date'),
        }) }} as fields
    from care_statuses
    union all
    select
        service,
        ypid,
        'transfer' as kind,
        transfer_date as first_day,
        _row_number,
        {{ national_fields({
            'date': national_date('transfer_date'), 'description': 'transfer_code'
        }) }} as fields
    from transfers

),

national_statuses as (

    select
        service,
        ypid,
        kind,
        row_number() over (
            partition by service, ypid, kind order by first_day, _row_number
        ) as item_number,
        1 as parent_number,
        fields
    from items

)

select * from national_statuses
