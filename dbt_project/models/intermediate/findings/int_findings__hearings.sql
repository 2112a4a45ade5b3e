with

hearings as (

    select
        hearings.*,
        hearings.ypid || '|' || hearings.hearing_id as hearing_unit_id,
        remand_decisions.code is not null as is_known_decision
    from {{ ref('int_case__hearings') }} as hearings
    left join {{ ref('remand_decisions') }} as remand_decisions
        on hearings.remand_decision_code = remand_decisions.code

),

transfers as (

    select * from {{ ref('int_case__transfers') }}

),

findings as (

    {{ finding(
        'DQ-HEARING-DATE-NULL', 'hearing_unit_id', 'hearing date',
        'hearings', 'hearing_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-REMAND-CODE', 'hearing_unit_id', 'remand decision',
        'hearings', 'remand_decision_code is not null and not is_known_decision'
    ) }}
    union all
    {{ finding(
        'DQ-TRANSFER-DATE-NULL', 'ypid', 'transfer date',
        'transfers', 'transfer_date is null'
    ) }}
    union all
    {{ finding(
        'DQ-TRANSFER-CODE', 'ypid', 'kind of transfer', 'transfers',
        "coalesce(transfer_code, '') not in (
            'TRANSFER_IN', 'TRANSFER_OUT', 'TRANSFER_TO_ADULT', 'CARETAKING_IN',
            'CARETAKING_OUT'
        )"
    ) }}

)

select * from findings
