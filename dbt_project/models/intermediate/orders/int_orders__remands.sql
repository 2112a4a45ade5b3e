with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

endings as (

    select * from {{ ref('int_orders__endings') }}

),

judged as (

    select * from {{ ref('int_orders__judged') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

hearings as (

    select * from {{ ref('int_case__hearings') }}

),

remand_decisions as (

    select * from {{ ref('remand_decisions') }}

),

-- the child's first hearing with one of the decisions, whatever the offence
first_remands as (

    select
        units.is_merged,
        units.service,
        units.unit_id,
        min(hearings.hearing_date) as hearing_date
    from hearings
    inner join remand_decisions
        on hearings.remand_decision_code = remand_decisions.code
    inner join units
        on hearings.service = units.service and hearings.ypid = units.ypid
    where remand_decisions.counts_for_remand_four_weeks = 'YES'
    group by all

),

-- the YJB's code keeps one outcome and programme per offence before it tests them, and
-- nothing says which: here one that fails, wherever there is one
doubtful as (

    select distinct
        judged.calculation_id,
        judged.service,
        judged.ypid,
        judged.offence_id
    from judged
    inner join calculations
        on judged.calculation_id = calculations.calculation_id
    where
        {{ behaves_as_code('calculations', 'remand_one_row_per_offence') }}
        and (judged.failed_rule is not null or judged.tier = 'Custody')

),

-- of several orders that ended in the quarter, the latest outcome
remands as (

    select
        endings.calculation_id,
        endings.service,
        endings.quarter,
        endings.unit_id,
        first_remands.hearing_date,
        max(endings.outcome_date) as outcome_date
    from endings
    inner join calculations
        on endings.calculation_id = calculations.calculation_id
    inner join first_remands
        on
            endings.service = first_remands.service
            and endings.unit_id = first_remands.unit_id
            and calculations.is_merging_duplicates = first_remands.is_merged
    anti join doubtful
        on
            endings.calculation_id = doubtful.calculation_id
            and endings.service = doubtful.service
            and endings.ypid = doubtful.ypid
            and endings.offence_id = doubtful.offence_id
    where
        endings.tier != 'Custody'
        and endings.outcome_date - first_remands.hearing_date
        >= calculations.remand_min_days
    group by all

)

select * from remands
