with

calculations as (

    select * from {{ ref('int_rules__calculations') }}

),

units as (

    select * from {{ ref('int_orders__units') }}

),

victims as (

    select * from {{ ref('int_orders__victims') }}

),

remanded as (

    select * from {{ ref('int_measures__remand') }}

),

hearings as (

    select * from {{ ref('int_case__hearings') }}

),

remand_decisions as (

    select * from {{ ref('remand_decisions') }}

),

of_victims as (

    select
        *,
        'victim' as topic,
        unnest([victim_id, intervention_unit_id, child_unit_id]) as unit_id,
        null as fact,
        concat_ws(
            ', ',
            case when is_consent then 'consents' else 'no consent' end,
            case when is_contacted then 'contacted' end,
            case when is_engaged then 'engaged in restorative justice' end,
            case when is_view then 'asked for their view' end,
            case when is_progress_asked then 'asked about progress' end,
            case when is_progress_told then 'told about progress' end,
            case when is_support_asked then 'asked for support' end,
            case when is_support_told then 'told about support' end
        ) as verdict
    from victims

),

-- the first hearing of the child with a decision that counts
of_remands as (

    select
        remanded.calculation_id,
        remanded.service,
        remanded.quarter,
        remanded.unit_id,
        'remand' as topic,
        hearings.remand_decision_code || ', ' || hearings.hearing_date as fact,
        'first remand' as verdict,
        hearings._supplier,
        hearings._entity,
        hearings._file_sha256,
        hearings._row_number
    from remanded
    inner join calculations
        on remanded.calculation_id = calculations.calculation_id
    inner join units
        on
            remanded.service = units.service
            and remanded.unit_id = units.unit_id
            and calculations.is_merging_duplicates = units.is_merged
    inner join hearings
        on units.service = hearings.service and units.ypid = hearings.ypid
    inner join remand_decisions
        on hearings.remand_decision_code = remand_decisions.code
    where remand_decisions.counts_for_remand_four_weeks = 'YES'
    qualify hearings.hearing_date = min(hearings.hearing_date) over (
        partition by
            remanded.calculation_id,
            remanded.service,
            remanded.quarter,
            remanded.unit_id
    )

),

involvement_records as (

    {% for relation in ['of_victims', 'of_remands'] %}
        select
            calculation_id,
            service,
            quarter,
            topic,
            '' as point,
            unit_id,
            _supplier as supplier,
            _entity as entity,
            _file_sha256 as file_sha256,
            _row_number as row_number,
            fact,
            verdict
        from {{ relation }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}

)

select distinct * from involvement_records
