with

children as (

    select * from {{ ref('int_identity__children') }}

),

case_children as (

    select distinct child_id
    from {{ ref('int_identity__case_children') }}

),

child_identifiers as (

    select
        -- ids
        children.child_id,
        children.supplier,
        children.supplier_person_id,

        -- codes
        children.link_rule,

        -- flags
        case_children.child_id is not null as is_known_to_youth_justice
    from children
    left join case_children on children.child_id = case_children.child_id

)

select * from child_identifiers
