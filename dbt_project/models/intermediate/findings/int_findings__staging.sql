with

unreadable_values as (

    select * from {{ ref('int_findings__unreadable_case_values') }}
    union all by name
    select * from {{ ref('int_findings__unreadable_document_values') }}
    union all by name
    select * from {{ ref('int_findings__unreadable_partner_values') }}

),

orphan_rows as (

    select * from {{ ref('int_findings__orphan_rows') }}

),

unmapped_texts as (

    select * from {{ ref('int_findings__unmapped_texts') }}
    union all by name
    select * from {{ ref('int_findings__unmapped_partner_codes') }}

),

identities as (

    select * from {{ ref('int_findings__identities') }}

),

fields as (

    select * from {{ ref('stg_control__fields') }}

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
        all_findings.finding_code,
        all_findings.severity,
        all_findings.unit_id,
        all_findings.message,

        -- lineage: a case system's column by the name the system knows
        all_findings.supplier,
        all_findings.entity,
        all_findings.file_sha256,
        all_findings.row_number,
        coalesce(fields.source_column, all_findings.column_name) as column_name
    from all_findings
    left join fields
        on
            all_findings.supplier = fields.supplier
            and all_findings.case_entity = fields.entity
            and all_findings.entity = fields.source_entity
            and all_findings.column_name = fields.column_name

)

select * from staging
