with

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

values_sent as (

    {{ unreadable_values(
        'stg_case_document__transfers', 'case_document', 'transfers', 'ypid',
        {
            'transfer_date': 'date'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__offences', 'case_document', 'offences', 'ypid',
        {
            'seriousness_score': 'yjbseriousnessScore',
            'age_at_arrest_or_offence': 'ageAtArrestOrOffence',
            'age_on_first_hearing': 'ageOnFirstHearing',
            'offence_date': 'offenceDate',
            'arrest_date': 'arrestDate',
            'is_knife_related': 'knifeRelatedOffence'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__legal_outcomes', 'case_document', 'legal_outcomes', 'ypid',
        {
            'term_days': 'termDays',
            'term_weeks': 'termWeeks',
            'term_months': 'termMonths',
            'term_years': 'termYears',
            'outcome_date': 'outcomeDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__hearings', 'case_document', 'hearings', 'ypid',
        {
            'hearing_date': 'hearingDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__intervention_programmes', 'case_document', 'intervention_programmes', 'ypid',
        {
            'start_date': 'startDate',
            'end_date': 'endDate',
            'is_successfully_completed': 'kpi6SuccessfullyCompleted'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__residences', 'case_document', 'residences', 'ypid',
        {
            'start_date': 'date',
            'end_date': 'kpi1EndDate',
            'is_primary': 'kpi1PrimaryResidence'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__ete_statuses', 'case_document', 'ete_statuses', 'ypid',
        {
            'hours_offered': 'hoursOffered',
            'hours_attended': 'hours',
            'start_date': 'startDate',
            'end_date': 'endDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__sendaln', 'case_document', 'sendaln', 'ypid',
        {
            'start_date': 'kpi3SENDStartDate',
            'end_date': 'kpi3SENDEndDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__mental_health', 'case_document', 'mental_health', 'ypid',
        {
            'screened_date': 'kpi4MHDateScreened',
            'referred_date': 'kpi4MHDateReferred',
            'offered_date': 'kpi4MHDateOffered',
            'attended_start_date': 'kpi4MHDateAttendedStart',
            'attended_end_date': 'kpi4MHDateAttendedEnd'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__substance_misuse', 'case_document', 'substance_misuse', 'ypid',
        {
            'screened_date': 'kpi5SMDateScreened',
            'referred_date': 'kpi5SMDateReferred',
            'offered_date': 'kpi5SMDateOffered',
            'attended_start_date': 'kpi5SMDateAttendedStart',
            'attended_end_date': 'kpi5SMDateAttendedEnd'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__care_statuses', 'case_document', 'care_statuses', 'ypid',
        {
            'start_date': 'startDate',
            'end_date': 'endDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_case_document__victim_interventions', 'case_document', 'victim_interventions', 'ypid',
        {
            'contact_date': 'yjscontactDate',
            'progress_requested_date': 'progressRequestDate',
            'progress_provided_date': 'progressProvidedDate',
            'engaged_rj_start_date': 'engagedRJStart',
            'engaged_rj_end_date': 'engagedRJEnd'
        }
    ) }}

),

unreadable as (

    -- only what a child's newest record says: older returns were mended since
    select values_sent.*
    from values_sent
    semi join document_children
        on
            values_sent.service = document_children.service
            and values_sent.unit_id = document_children.ypid
            and values_sent.file_sha256 = document_children._file_sha256
    where values_sent.column_name is not null

)

select * from unreadable
