with

records as (

    select * from {{ ref('int_identity__records') }}

),

holders as (

    select * from {{ ref('int_identity__holders') }}

),

remembered as (

    select * from {{ ref('int_identity__remembered') }}

),

first_registrations as (

    select * from {{ ref('int_identity__first_registrations') }}

),

plain_claims as (

    select *
    from holders
    where is_believed

),

-- all others may be whoever is remembered and not plainly in today's records: birth
-- date or forename must agree; where one differs and the other is not known, the number
-- and an identifier together are believed
recollections as (

    select
        remembered.record_number,
        remembered.child_id,
        remembered.link_rule,
        remembered.same_count
    from remembered
    anti join plain_claims
        on remembered.record_number = plain_claims.record_number
    anti join plain_claims as present
        on
            remembered.person_hash = present.person_hash
            and remembered.child_id = present.child_id
    where
        remembered.link_rule = 'registry'
        or remembered.same_count = 2
        or not remembered.is_doubtful
    window
        person as (
            partition by
                remembered.record_number, remembered.child_id, remembered.person_hash
        )
    qualify
        max(remembered.same_count) over person >= 1
        or (
            min(remembered.different_count) over person = 1
            and bool_or(remembered.link_rule = 'registry') over person
            and count(distinct remembered.link_rule) over person > 1
        )

),

weighed as (

    select
        record_number,
        child_id,
        bool_or(link_rule = 'registry') as has_number,
        count(distinct link_rule) + max(same_count) as weight
    from recollections
    group by record_number, child_id

),

-- a record is one child, the one of whom most agrees
likeliest as (

    select weighed.*
    from weighed
    inner join first_registrations
        on weighed.child_id = first_registrations.child_id
    qualify row_number() over (
        partition by weighed.record_number
        order by
            weighed.weight desc,
            weighed.has_number desc,
            first_registrations.registered_at asc,
            weighed.child_id asc
    ) = 1

),

-- who has a child's number is not the child where another record is more like it
claims as (

    select
        record_number,
        child_id,
        'registry' as link_rule
    from plain_claims
    union all
    select
        likeliest.record_number,
        likeliest.child_id,
        if(likeliest.has_number, 'registry', 'remembered') as link_rule
    from likeliest
    inner join records on likeliest.record_number = records.record_number
    qualify
        not likeliest.has_number
        or likeliest.weight = max(likeliest.weight) over (
            partition by likeliest.child_id, records.supplier
        )

),

other_holders as (

    select distinct holders.record_number
    from holders
    left join claims on holders.record_number = claims.record_number
    where holders.child_id is distinct from claims.child_id

),

registered as (

    select
        records.record_number,
        claims.child_id,
        claims.link_rule,
        first_registrations.registered_at,
        other_holders.record_number is not null as is_number_reused
    from records
    left join claims on records.record_number = claims.record_number
    left join other_holders on records.record_number = other_holders.record_number
    left join first_registrations on claims.child_id = first_registrations.child_id

)

select * from registered
