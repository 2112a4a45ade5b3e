with

records as (

    select * from {{ ref('int_identity__records') }}

),

components as (

    select * from {{ ref('int_identity__components') }}

),

registered as (

    select * from {{ ref('stg_control__identities') }}

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
        registered.registered_at
    from records
    inner join components on records.record_number = components.record_number
    left join registered
        on
            records.supplier = registered.supplier
            and records.supplier_person_id = registered.supplier_person_id

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
                sha256(
                    any_value(salt.salt) || min(
                        members.supplier || '|' || members.supplier_person_id
                    )
                ),
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

        -- codes
        case
            when members.registered_child_id is not null then 'registry'
            else coalesce(links.link_rule, 'first_record')
        end as link_rule
    from members
    inner join component_children
        on members.component_number = component_children.component_number
    left join links on members.record_number = links.record_number

)

select * from children
