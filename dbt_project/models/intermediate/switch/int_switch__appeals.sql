with

standing as (

    select *
    from {{ ref('int_switch__standing') }}
    where entity = 'outcomes' and is_standing and has_successor

),

leaders as (

    select *
    from {{ ref('int_switch__leaders') }}
    where entity = 'outcomes'

),

recorded as (

    select * from {{ ref('stg_case_system__outcomes') }}

),

codes as (

    select *
    from {{ ref('int_case__system_codes') }}
    where code_list = 'appeal_status'

),

told as (

    select
        -- ids
        standing.supplier,
        standing.record_key,

        -- codes
        coalesce(codes.national_code, recorded.appeal_status_text) as told_later
    from standing
    inner join leaders
        on
            standing.supplier = leaders.supplier
            and standing.record_key = leaders.record_key
    inner join recorded
        on
            leaders.leader_supplier = recorded._supplier
            and leaders.leader_key = recorded.outcome_id
    {{ join_code('outcomes', 'codes', 'appeal_status_text') }}

),

-- no appeal is no news
appeals as (

    select *
    from told
    where told_later != ''

)

select * from appeals
