with

interventions as (

    select * from {{ ref('int_case__victim_interventions') }}

),

links as (

    select * from {{ ref('int_case__victim_offences') }}

),

offences as (

    select * from {{ ref('int_case__offences') }}

),

case_children as (

    select * from {{ ref('int_identity__case_children') }}

),

-- children whose offences have one day and one code may have committed one offence
-- together; what they did together had the same victims
incidents as (

    select
        offences.service,
        offences.offence_date,
        upper(offences.cjs_code) as cjs_code,
        case_children.child_id,
        interventions.master_victim_id,
        count(distinct interventions.master_victim_id) over (
            partition by
                offences.service,
                offences.offence_date,
                upper(offences.cjs_code),
                case_children.child_id
        ) as victims_of_child,
        interventions._supplier,
        interventions._entity,
        interventions._file_sha256,
        interventions._row_number
    from interventions
    inner join links
        on
            interventions.service = links.service
            and interventions.ypid = links.ypid
            and interventions.victim_intervention_id = links.victim_intervention_id
    inner join offences
        on
            links.service = offences.service
            and links.ypid = offences.ypid
            and links.offence_id = offences.offence_id
    inner join case_children
        on
            interventions.service = case_children.service
            and interventions.ypid = case_children.ypid
    where
        offences.offence_date is not null
        and coalesce(offences.cjs_code, '') != ''
        and interventions.master_victim_id is not null

),

same_victims as (

    select
        'DQ-VICTIM-MAYBE-SAME' as finding_code,
        service,
        'victim|' || string_agg(
            distinct master_victim_id, '|' order by master_victim_id
        ) as unit_id,
        min(_supplier) as supplier,
        min(_entity) as entity,
        min(_file_sha256) as file_sha256,
        arg_min(_row_number, (_file_sha256, _row_number)) as row_number,
        'victim id' as column_name
    from incidents
    group by service, offence_date, cjs_code
    having
        count(distinct child_id) > 1
        and count(distinct master_victim_id) > max(victims_of_child)

)

select * from same_victims
