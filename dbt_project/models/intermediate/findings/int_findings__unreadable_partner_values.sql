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

),

unreadable as (

    select *
    from values_sent
    where column_name is not null

)

select * from unreadable
