with

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

codes as (

    select * from {{ ref('finding_codes') }}

),

children as (

    select * from {{ ref('int_identity__children') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

-- a row of a wide report holds several records: the first stands for it
natural_records as (

    select
        _supplier,
        _entity,
        _file_sha256,
        _row_number,
        min(concat_ws(' ', entity, dated_on, said)) as natural_key
    from {{ ref('int_case__natural_records') }}
    group by all

),

all_findings as (

    {% for part in [
        'returns', 'persons', 'offences', 'outcomes', 'programmes', 'links', 'hearings',
        'statuses', 'education', 'health', 'victim_interventions', 'victims',
        'same_victims', 'board', 'staffing', 'staffing_totals', 'budget',
        'impossible_dates', 'figures', 'sources', 'staging',
        'switch_records', 'switch_children',
    ] %}
        select * from {{ ref('int_findings__' ~ part) }}
        {% if not loop.last %}union all by name{% endif %}
    {% endfor %}

),

findings as (

    select
        -- ids
        all_findings.finding_code,
        codes.severity,
        all_findings.calculation_id,
        calculations.rule_version,
        all_findings.service,
        all_findings.quarter,
        all_findings.unit_id,
        case_children.child_id,
        {{ record_key([
            "concat_ws(
                ' ',
                coalesce(case_children.child_id, children.child_id, unit_id, ''),
                coalesce(natural_records.natural_key, all_findings.entity),
                all_findings.column_name,
                case when all_findings.row_number is null then quarter end
            )",
        ]) }} as issue_key,

        -- texts
        codes.message || coalesce(' (' || all_findings.detail || ')', '') as message,
        codes.what_to_do,
        codes.clause,

        -- lineage
        all_findings.supplier,
        all_findings.entity,
        all_findings.file_sha256,
        all_findings.row_number,
        all_findings.column_name
    from all_findings
    left join codes on all_findings.finding_code = codes.finding_code
    left join calculations
        on all_findings.calculation_id = calculations.calculation_id
    left join case_children
        on
            all_findings.service = case_children.service
            and split_part(all_findings.unit_id, '|', 1) = case_children.ypid
    left join children
        on
            all_findings.supplier = children.supplier
            and all_findings.unit_id = children.supplier_person_id
    left join natural_records
        on
            all_findings.supplier = natural_records._supplier
            and all_findings.entity = natural_records._entity
            and all_findings.file_sha256 = natural_records._file_sha256
            and all_findings.row_number = natural_records._row_number
    cross join salt

)

select * from findings
