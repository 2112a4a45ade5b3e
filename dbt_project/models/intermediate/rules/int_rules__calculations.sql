with

calculations as (

    select * from {{ ref('stg_control__calculations') }}

),

overrides as (

    select * from {{ ref('stg_control__settings') }}

),

parameters as (

    select * from {{ ref('rule_parameters') }}

),

-- an override beats the rule version, which beats the default
candidates as (

    select
        calculations.calculation_id,
        parameters.setting_key,
        parameters.setting_value,
        case when parameters.rule_version = '*' then 1 else 2 end as precedence
    from calculations
    inner join parameters
        on parameters.rule_version in ('*', calculations.rule_version)
    union all
    select
        overrides.calculation_id,
        overrides.setting_key,
        overrides.setting_value,
        3 as precedence
    from overrides

),

chosen as (

    select
        calculation_id,
        map_from_entries(
            list((setting_key, setting_value))
        ) as setting
    from (
        select
            calculation_id,
            setting_key,
            max_by(setting_value, precedence) as setting_value
        from candidates
        group by calculation_id, setting_key
    ) as winners
    group by calculation_id

),

typed as (

    select
        -- ids
        calculations.calculation_id,
        calculations.rule_version,

        -- known behaviours of the YJB's code, by the name after cfg.code.
        list_transform(
            list_filter(
                map_keys(chosen.setting),
                lambda key: starts_with(key, 'cfg.code.')
                and chosen.setting[key] = 'true'
            ),
            lambda key: replace(key, 'cfg.code.', '')
        ) as code_behaviours,

        -- what it is made of
        chosen.setting as settings,
        calculations.is_default,
        calculations.default_from,
        calculations.default_to,

        -- population
        chosen.setting['cfg.age.licence_at_sentence']::boolean
            as is_licence_age_at_sentence,
        chosen.setting['cfg.duplicates.merge_on_originating_id_and_dob']::boolean
            as is_merging_duplicates,
        chosen.setting['cfg.map.first_tier_in_kpi']::boolean as is_first_tier_in_kpi,
        chosen.setting['cfg.null.age_first_hearing_from_outcome']::boolean
            as is_missing_hearing_age_from_outcome,
        chosen.setting['cfg.null.appeal_counts_as_none']::boolean
            as is_missing_appeal_none,
        chosen.setting['cfg.null.residence_counts_as_local']::boolean
            as is_missing_residence_local,
        chosen.setting['cfg.sex_precedence'] as sex_precedence,
        chosen.setting['cfg.start_point.custody_offset_days']::integer
            as custody_offset_days,
        chosen.setting['cfg.transfer.excludes_end']::boolean as is_transfer_excluded,
        chosen.setting['cfg.revoked_counts_as_ended']::boolean as is_revoked_counted,
        {{ flag_map("chosen.setting['cfg.map.disposal_count_in_kpis']") }}
            as disposal_flags,
        {{ flag_map("chosen.setting['cfg.map.legal_outcome_count_in_kpi']") }}
            as outcome_flags,
        string_split(chosen.setting['cfg.rank'], ',') as ranked_outcomes,

        -- measures
        chosen.setting['cfg.annual.dedupe']::boolean as is_once_a_year,
        chosen.setting['cfg.custody.unit'] as custody_unit,
        chosen.setting['cfg.fte.source'] as fte_source,
        chosen.setting['cfg.kpi1.always_unsuitable_enforced']::boolean
            as is_always_unsuitable_enforced,
        chosen.setting['cfg.kpi1.primary_only']::boolean as is_primary_residence_only,
        chosen.setting['cfg.kpi2.none_is_unsuitable']::boolean as is_no_ete_unsuitable,
        chosen.setting['cfg.kpi2.part_time_start_includes_zero']::boolean
            as is_zero_hours_part_time_at_start,
        string_split(chosen.setting['cfg.kpi3.plan_types'], ',') as plan_types,
        chosen.setting['cfg.kpi6.unit'] as kpi6_unit,
        chosen.setting['cfg.kpi7.point'] as kpi7_point,
        chosen.setting['cfg.kpi7.template_hierarchy']::boolean
            as is_highest_status_only,
        chosen.setting['cfg.kpi9.age_bands'] as kpi9_age_bands,
        chosen.setting['cfg.kpi9.require_programme']::boolean
            as is_programme_required_in_kpi9,
        chosen.setting['cfg.low_base']::integer as low_base,
        chosen.setting['cfg.pop.year_offset']::integer as population_year_offset,
        chosen.setting['cfg.kpi10.information_base'] as kpi10_information_base,
        chosen.setting['cfg.kpi45.headline'] as kpi45_headline,
        chosen.setting['cfg.kpi45.need_and_offer_on_same_record']::boolean
            as is_need_and_offer_on_same_record,
        chosen.setting['cfg.kpi8.headline'] as kpi8_headline,
        chosen.setting['cfg.kpi8.multi_meeting'] as kpi8_multi_meeting,
        chosen.setting['cfg.remand.min_days']::integer as remand_min_days,
        chosen.setting['cfg.reoff.end_inclusive']::boolean
            as is_follow_up_end_inclusive,
        chosen.setting['cfg.reoff.start_inclusive']::boolean
            as is_follow_up_start_inclusive,
        chosen.setting['cfg.reoff.follow_up_months']::integer as follow_up_months,
        chosen.setting['cfg.reoff.proof_months']::integer as proof_months,
        chosen.setting['cfg.reoff.final_rule'] as final_rule,
        chosen.setting['cfg.gravity.vintage'] as gravity_vintage,
        chosen.setting['cfg.round.mode'] as round_mode
    from calculations
    inner join chosen on calculations.calculation_id = chosen.calculation_id

)

select * from typed
