with

system_children as (

    select * from {{ ref('int_case__system_children') }}

),

system_recorded as (

    {{ standing_rows(
        'outcomes', key='outcome_id', references={'offences': 'offence_id'},
        later={'appeal_status_text': 'int_switch__appeals'}
    ) }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__legal_outcomes') }}

),

legal_outcomes as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'legal_outcome'

),

appeal_statuses as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'appeal_status'

),

system_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.offence_id,
        cast(
            row_number() over (
                partition by children.service, children.ypid, recorded.offence_id
                order by recorded.outcome_date, recorded.outcome_id
            ) as integer
        ) as outcome_number,

        -- texts
        recorded.legal_outcome_text as cms_legal_outcome,
        coalesce(
            appeal_statuses.national_code,
            recorded.appeal_status_text,
            ''
        ) as appeal_status,

        -- codes
        coalesce(
            legal_outcomes.national_code,
            upper(recorded.legal_outcome_text)
        ) as legal_outcome_code,
        recorded.main_or_other_code,
        coalesce(recorded.residence_status_code, '') as residence_status_code,

        -- measures
        recorded.term_days,
        recorded.term_weeks,
        recorded.term_months,
        recorded.term_years,

        -- dates
        recorded.outcome_date,

        -- lineage
        recorded._supplier,
        recorded._entity,
        recorded._file_sha256,
        recorded._row_number
    from system_recorded as recorded
    inner join system_children as children
        on
            recorded._supplier = children._supplier
            and recorded.system_person_id = children.system_person_id
    {{ join_code('outcomes', 'legal_outcomes', 'legal_outcome_text') }}
    {{ join_code('outcomes', 'appeal_statuses', 'appeal_status_text') }}

),

document_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.offence_id,
        recorded.outcome_number,

        -- texts
        recorded.cms_legal_outcome,
        recorded.appeal_status,

        -- codes
        recorded.legal_outcome_code,
        recorded.main_or_other_code,
        recorded.residence_status_code,

        -- measures
        recorded.term_days,
        recorded.term_weeks,
        recorded.term_months,
        recorded.term_years,

        -- dates
        recorded.outcome_date,

        -- lineage
        'case_document' as _supplier,
        'legal_outcomes' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from document_recorded as recorded
    inner join document_children as children
        on
            recorded.service = children.service
            and recorded.ypid = children.ypid
            and recorded.source_return_id = children.source_return_id
            and recorded._file_sha256 = children._file_sha256

),

legal_outcomes_united as (

    select * from system_rows
    union all
    select * from document_rows

)

select * from legal_outcomes_united
