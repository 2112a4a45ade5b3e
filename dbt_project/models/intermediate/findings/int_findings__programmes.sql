with

judged as (

    select * from {{ ref('int_findings__judged_programmes') }}

),

findings as (

    {{ finding(
        'DQ-K6-FLAG-NULL', 'programme_unit_id', 'successfully completed', 'judged',
        'is_out_of_court and is_successfully_completed is null and end_date is not null',
        'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-DISPOSAL-CODE', 'programme_unit_id', 'disposal type',
        'judged', 'not is_known_disposal_type', 'quarter', 'code_detail'
    ) }}
    union all
    {{ finding(
        'DQ-PROGRAMME-UNLINKED', 'programme_unit_id', 'link to an offence',
        'judged', 'is_countable_type and not is_linked', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-START-NULL', 'programme_unit_id', 'start date',
        'judged', 'is_counted and start_date is null and end_date is not null',
        'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-END-BEFORE-START', 'programme_unit_id', 'end date',
        'judged', 'is_linked and end_date < start_date', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-END-MISSING', 'programme_unit_id', 'end date',
        'judged', 'is_open_too_long'
    ) }}
    union all
    {{ finding(
        'DQ-END-FUTURE', 'programme_unit_id', 'end date',
        'judged', 'is_counted and is_ending_after_run_date', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-BIRTH-DATE-NULL', 'programme_unit_id', 'birth date',
        'judged', 'is_counted and birth_date is null', 'quarter'
    ) }}
    union all
    {{ finding(
        'DQ-SERVICE-CLOSED', 'programme_unit_id', 'end date',
        'judged', 'is_counted and is_after_service', 'quarter'
    ) }}

)

select * from findings
