with

orders as (

    select * from {{ ref('int_orders__ended') }}

),

endings as (

    select * from {{ ref('int_orders__endings') }}

),

proven as (

    select * from {{ ref('int_orders__proven_offences') }}

),

serious_offences as (

    select * from {{ ref('int_orders__offence_scores') }}

),

entrants as (

    select * from {{ ref('int_measures__first_time_entrants') }}

),

sentences as (

    select * from {{ ref('int_measures__custody') }}

),

cautioned as (

    select * from {{ ref('int_measures__cautioned_or_sentenced') }}
    where breakdown = '{}'

),

cohorts as (

    select * from {{ ref('int_measures__cohorts') }}

),

remanded as (

    select * from {{ ref('int_measures__remand') }}

),

judged_offences as (

    select
        proven.*,
        case
            when serious_offences.is_serious_violence then 'serious violence'
            else 'not serious violence'
        end as verdict
    from proven
    inner join serious_offences
        on
            proven.calculation_id = serious_offences.calculation_id
            and proven.service = serious_offences.service
            and proven.ypid = serious_offences.ypid
            and proven.offence_id = serious_offences.offence_id
    where proven.outcome_date >= date '2023-04-01'

),

remand_endings as (

    select endings.*
    from endings
    semi join remanded
        on
            endings.calculation_id = remanded.calculation_id
            and endings.service = remanded.service
            and endings.quarter = remanded.quarter
            and endings.unit_id = remanded.unit_id

),

proven_reoffences as (

    select
        *,
        split_part(offence_unit_id, '|', 1) as ypid,
        substr(offence_unit_id, strpos(offence_unit_id, '|') + 1) as offence_id
    from {{ ref('int_measures__reoffences') }}

),

-- where measures count the child or its record, both lead to the same rows
keys as (

    {{ record_keys(
        'order', 'unit_id', 'orders', 'programme_id', 'legal_outcome_code', 'age',
        "'order type ' || coalesce(order_type, 'none')"
    ) }}
    union all
    {{ record_keys(
        'out_of_court', "unnest([unit_id, ypid || '|' || programme_id])", 'endings',
        'programme_id', 'legal_outcome_code', 'age',
        "case
            when is_successfully_completed then 'completed'
            when not is_successfully_completed then 'not completed'
            else 'completion not stated'
        end",
        "is_out_of_court and tier in ('Diversion', 'Pre-Court')"
    ) }}
    union all
    {{ record_keys(
        'remand', 'unit_id', 'remand_endings', 'programme_id', 'legal_outcome_code',
        'age', condition="tier != 'Custody'"
    ) }}
    union all
    {{ record_keys(
        'proven_offence', "unnest([unit_id, ypid || '|' || offence_id])",
        'judged_offences', age='age', verdict='verdict'
    ) }}
    union all
    {{ record_keys('first_time_entrant', 'unit_id', 'entrants') }}
    union all
    {{ record_keys('custodial_sentence', 'unit_id', 'sentences') }}
    union all
    {{ record_keys('caution_or_sentence', 'unit_id', 'cautioned') }}
    union all
    {{ record_keys(
        'cohort', 'unit_id', 'cohorts',
        verdict="'enters the cohort on ' || reference_date"
    ) }}
    union all
    {{ record_keys(
        'reoffence', 'unnest([unit_id, offence_unit_id])', 'proven_reoffences',
        verdict="'reoffence'"
    ) }}

)

select * from keys
