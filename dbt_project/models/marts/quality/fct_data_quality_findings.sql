with

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

of_records as (

    select * from {{ ref('int_findings__outcomes') }}
    union all by name
    select * from {{ ref('int_findings__programmes') }}
    union all by name
    select * from {{ ref('int_findings__statuses') }}
    union all by name
    select * from {{ ref('int_findings__board') }}
    union all by name
    select * from {{ ref('int_findings__victims') }}
    union all by name
    select * from {{ ref('int_findings__same_victims') }}

),

all_findings as (

    select * from of_records
    union all by name
    select * from {{ ref('int_findings__figures') }}
    union all by name
    select * from {{ ref('int_findings__staging') }}

),

findings as (

    select
        -- ids
        all_findings.finding_code,
        all_findings.severity,
        all_findings.calculation_id,
        calculations.rule_version,
        all_findings.service,
        all_findings.quarter,
        all_findings.unit_id,
        case_children.child_id,
        all_findings.message,

        -- lineage
        all_findings.supplier,
        all_findings.entity,
        all_findings.file_sha256,
        all_findings.row_number,
        all_findings.column_name
    from all_findings
    left join calculations
        on all_findings.calculation_id = calculations.calculation_id
    left join case_children
        on
            all_findings.service = case_children.service
            and split_part(all_findings.unit_id, '|', 1) = case_children.ypid

)

select * from findings
