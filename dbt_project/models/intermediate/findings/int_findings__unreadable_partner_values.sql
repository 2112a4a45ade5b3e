with

values_sent as (

    {{ unreadable_values(
        'stg_niche__occurrences', 'niche', 'occurrences', 'occurrence_reference',
        {
            'outcome_type_number': 'OUTCOME_TYPE',
            'offence_date': 'OFFENCE_DATE',
            'outcome_date': 'OUTCOME_DATE'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_niche__custody_records', 'niche', 'custody_records', 'custody_reference',
        {
            'arrested_at': 'ARREST_DATETIME',
            'released_at': 'RELEASE_DATETIME'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_systmone__referrals', 'systmone', 'referrals', 'referral_id',
        {
            'referral_date': 'ReferralDate',
            'end_date': 'EndDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_systmone__events', 'systmone', 'events', 'event_id',
        {
            'event_at': 'EventDate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_school_census__pupilonroll', 'school_census', 'pupilonroll', 'pupil_table_id',
        {
            'entry_date': 'entrydate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_school_census__pupilnolongeronroll', 'school_census', 'pupilnolongeronroll', 'pupil_table_id',
        {
            'entry_date': 'entrydate',
            'leaving_date': 'leavingdate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_school_census__termlyexclusionsonroll', 'school_census', 'termlyexclusionsonroll', 'pupil_table_id',
        {
            'sessions_count': 'sessions',
            'start_date': 'startdate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_school_census__termlysessiondetailsonroll', 'school_census', 'termlysessiondetailsonroll', 'pupil_table_id',
        {
            'sessions_count': 'sessions'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_school_census__termlyexclusionsoffroll', 'school_census', 'termlyexclusionsoffroll', 'pupil_table_id',
        {
            'sessions_count': 'sessions',
            'start_date': 'startdate'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_school_census__termlysessiondetailsoffroll', 'school_census', 'termlysessiondetailsoffroll', 'pupil_table_id',
        {
            'sessions_count': 'sessions'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_ssda903__episodes', 'ssda903', 'episodes', 'ssda903_child_id',
        {
            'start_date': 'DECOM',
            'end_date': 'DEC'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_service_office__board_meetings', 'service_office', 'board_meetings', "meeting_date_as_sent || '|' || sector_code",
        {
            'meeting_date': 'meeting_date',
            'is_new_partner': 'new_partner',
            'shares_disproportionality_data': 'shares_disproportionality_data'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_service_office__staffing', 'service_office', 'staffing', 'role_as_sent',
        {
            'starting_year': 'year',
            'full_time_equivalent': 'full_time_equivalent',
            'headcount': 'headcount'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_service_office__budget', 'service_office', 'budget', 'partner_as_sent',
        {
            'starting_year': 'year',
            'amount_gbp': 'amount_gbp'
        }
    ) }}
    union all
    {{ unreadable_values(
        'stg_service_office__stated_figures', 'service_office', 'stated_figures', "measure || '|' || source || '|' || quarter",
        {
            'numerator': 'numerator',
            'denominator': 'denominator',
            'stated_value': 'value'
        }
    ) }}

),

unreadable as (

    select *
    from values_sent
    where column_name is not null

)

select * from unreadable
