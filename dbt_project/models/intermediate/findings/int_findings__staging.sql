with

unreadable_values as (

    select * from {{ ref('int_findings__unreadable_case_values') }}
    union all
    select * from {{ ref('int_findings__unreadable_document_values') }}
    union all
    select * from {{ ref('int_findings__unreadable_partner_values') }}

),

orphan_rows as (

    select * from {{ ref('int_findings__orphan_rows') }}

),

unmapped_texts as (

    select * from {{ ref('int_findings__unmapped_texts') }}
    union all
    select * from {{ ref('int_findings__unmapped_partner_codes') }}

),

identities as (

    select * from {{ ref('int_findings__identities') }}

),

all_findings as (

    select
        'DQ-VALUE-UNREADABLE' as finding_code,
        'warning' as severity,
        'the value sent cannot be read and counts as missing' as message,
        *
    from unreadable_values
    union all by name
    select
        'DQ-ROW-ORPHAN' as finding_code,
        'warning' as severity,
        'the row belongs to a record that was not sent and counts nowhere' as message,
        *
    from orphan_rows
    union all by name
    select
        'DQ-TEXT-UNMAPPED' as finding_code,
        'warning' as severity,
        'the text has no national code on its day and counts nowhere' as message,
        *
    from unmapped_texts
    union all by name
    select
        *,
        'birth_date' as column_name,
        case finding_code
            when 'DQ-BIRTH-DATE-1-JANUARY' then 'information'
            else 'warning'
        end as severity,
        case finding_code
            when 'DQ-BIRTH-DATE-MISSING' then 'no birth date was sent'
            when 'DQ-BIRTH-DATE-UNREADABLE' then 'the birth date cannot be read'
            when 'DQ-BIRTH-DATE-1-JANUARY'
                then 'a birth date on 1 January is often a guess'
            else
                'a shared identifier joins two people: they are kept apart'
        end as message
    from identities

),

staging as (

    select
        -- ids
        finding_code,
        severity,
        unit_id,
        message,

        -- lineage
        supplier,
        entity,
        file_sha256,
        row_number,
        column_name
    from all_findings

)

select * from staging
