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
        *
    from unreadable_values
    union all by name
    select
        'DQ-ROW-ORPHAN' as finding_code,
        cast(null as varchar) as service,
        *
    from orphan_rows
    union all by name
    select
        'DQ-TEXT-UNMAPPED' as finding_code,
        cast(null as varchar) as service,
        *
    from unmapped_texts
    union all by name
    select
        *,
        'birth_date' as column_name
    from identities

),

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

staging as (

    select
        -- ids
        all_findings.finding_code,
        coalesce(all_findings.service, system_children.service) as service,
        coalesce(system_children.ypid, all_findings.unit_id) as unit_id,

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
    left join system_children
        on
            all_findings.supplier = system_children._supplier
            and all_findings.unit_id = system_children.system_person_id

)

select * from staging
