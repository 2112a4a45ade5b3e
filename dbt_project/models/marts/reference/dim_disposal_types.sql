with

legal_outcomes as (

    select * from {{ ref('legal_outcomes') }}

),

programme_types as (

    select * from {{ ref('disposal_types') }}

),

interim_codes as (

    select * from {{ ref('interim_codes') }}

),

types as (

    select
        'legal_outcome' as code_list,
        code,
        label as disposal_name,
        tier,
        order_type,
        cast(seriousness_rank as integer) as seriousness_rank,
        is_substantive,
        counts_in_kpi as is_counted,
        counts_for_fte,
        valid_from,
        valid_to
    from legal_outcomes
    union all by name
    select
        'disposal_type' as code_list,
        code,
        label as disposal_name,
        order_type,
        counts_in_kpis as is_counted,
        custody_phase,
        valid_from,
        valid_to
    from programme_types
    union all by name
    -- where a code sent is in no list, or not on its day
    select
        unnest(['legal_outcome', 'disposal_type']) as code_list,
        'NOT_IN_LIST' as code,
        'A code that no list knows on its day' as disposal_name

),

disposal_types as (

    select
        -- ids
        types.code_list || '|' || types.code || coalesce('|' || types.valid_from, '')
            as disposal_type_id,

        -- codes
        types.code_list,
        types.code as disposal_code,
        types.disposal_name,
        types.tier,
        types.order_type as order_type_code,
        types.custody_phase,

        -- measures
        types.seriousness_rank,

        -- dates
        types.valid_from,
        cast(types.valid_to + 1 as date) as valid_to,

        -- flags
        coalesce(types.is_substantive = 'YES', false) as is_substantive,
        coalesce(types.is_counted = 'YES', false) as is_counted_in_kpis,
        coalesce(types.counts_for_fte = 'YES', false) as is_counted_for_fte,
        interim_codes.national_code is not null as is_interim_code,

        -- texts
        coalesce(interim_codes.true_meaning, types.disposal_name) as true_meaning
    from types
    left join interim_codes
        on
            types.code_list = interim_codes.code_list
            and types.code = interim_codes.national_code
            and types.valid_from = interim_codes.valid_from

)

select * from disposal_types
