with

core_plus_children as (

    select * from {{ ref('int_case__core_plus_children') }}

),

core_plus_recorded as (

    select * from {{ ref('stg_core_plus__outcomes') }}

),

document_children as (

    select * from {{ ref('int_case__document_children') }}

),

document_recorded as (

    select * from {{ ref('stg_case_document__legal_outcomes') }}

),

legal_outcomes as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'legal_outcome'

),

appeal_statuses as (

    select *
    from {{ ref('int_case__core_plus_codes') }}
    where code_list = 'appeal_status'

),

core_plus_rows as (

    select
        -- ids
        children.service,
        children.ypid,
        recorded.offence_id,
        cast(
            row_number() over (
                partition by recorded.core_plus_person_id, recorded.offence_id
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

        -- dates
        recorded.outcome_date,

        -- lineage
        'core_plus' as _supplier,
        'outcomes' as _entity,
        recorded._file_sha256,
        recorded._row_number
    from core_plus_recorded as recorded
    inner join core_plus_children as children
        on recorded.core_plus_person_id = children.ypid
    left join legal_outcomes
        on
            upper(recorded.legal_outcome_text) = legal_outcomes.source_key
            and (
                recorded.outcome_date is null
                or recorded.outcome_date
                between legal_outcomes.valid_from and legal_outcomes.valid_to
            )
    left join appeal_statuses
        on upper(recorded.appeal_status_text) = appeal_statuses.source_key

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

    select * from core_plus_rows
    union all
    select * from document_rows

)

select * from legal_outcomes_united
