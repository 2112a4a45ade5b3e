-- Grain: one row per data-quality finding that bears on the quarter: raised for the
-- quarter itself, or on a row from which a figure of the quarter was counted.
with

used as (

    select distinct supplier, entity, file_sha256, row_number
    from fct_measure_records
    where
        quarter = $quarter
        and rule_version = $rules
        and service = $service
        and topic in (
            select topic from rules.measure_topics
            where starts_with(measure, 'kpi')
        )

)

select distinct
    concat_ws(
        ' ',
        findings.finding_code,
        findings.unit_id,
        '(' || concat_ws(
            ' ',
            findings.supplier,
            findings.entity,
            'row',
            findings.row_number,
            'of file',
            left(findings.file_sha256, 12)
        ) || ')'
    ) as record_id,
    findings.issue_key,
    findings.unit_id,
    findings.child_id,
    findings.finding_code
from fct_data_quality_findings as findings
left join used
    on
        findings.supplier = used.supplier
        and findings.entity = used.entity
        and findings.file_sha256 = used.file_sha256
        and findings.row_number = used.row_number
where
    (findings.service is null or findings.service = $service)
    and (findings.rule_version is null or findings.rule_version = $rules)
    and (findings.quarter = $quarter or used.row_number is not null)
