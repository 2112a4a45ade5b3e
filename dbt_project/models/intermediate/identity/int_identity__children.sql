with

records as (

    select * from {{ ref('int_identity__records') }}

),

components as (

    select * from {{ ref('int_identity__components') }}

),

registered as (

    select * from {{ ref('int_identity__registered') }}

),

salt as (

    select * from {{ ref('stg_control__salt') }}

),

links as (

    select
        linked_record_number as record_number,
        min(link_rule) as link_rule
    from {{ ref('int_identity__links') }}
    where not is_conflict
    group by linked_record_number

),

members as (

    select
        components.component_number,
        records.record_number,
        records.supplier,
        records.supplier_person_id,
        registered.child_id as registered_child_id,
        registered.link_rule as registered_by,
        registered.registered_at,
        -- the number alone already names the child who had it before
        concat_ws(
            '|',
            records.supplier,
            records.supplier_person_id,
            case when registered.is_number_reused then records.birth_date end,
            case when registered.is_number_reused then records.forename_key end
        ) as own_name
    from records
    inner join components on records.record_number = components.record_number
    inner join registered on records.record_number = registered.record_number

),

-- what was registered first stays; a new child is named after its lowest member
component_children as (

    select
        members.component_number,
        coalesce(
            arg_min(
                members.registered_child_id,
                members.registered_at || members.registered_child_id
            ),
            'C' || left(
                sha256(any_value(salt.salt) || min(members.own_name)),
                15
            )
        ) as child_id
    from members
    cross join salt
    group by members.component_number

),

children as (

    select
        -- ids
        members.supplier,
        members.supplier_person_id,
        component_children.child_id,
        members.registered_child_id,

        -- codes
        coalesce(members.registered_by, links.link_rule, 'first_record') as link_rule
    from members
    inner join component_children
        on members.component_number = component_children.component_number
    left join links on members.record_number = links.record_number

)

select * from children
