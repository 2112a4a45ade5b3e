-- whoever shares an offence id or a victim with a differing unit, or is the same child, is
-- counted again with it, for the count of the one may depend on the other
with named as (
    select distinct split_part(unit_id, '|', 1) as name from differing
),
victims as (
    select distinct ypid from intermediate.int_case__victim_interventions
    where victim_id in (select unit_id from differing)
),
children as (
    select ypid from victims
    union select name from named
    union select ypid from intermediate.int_orders__units
    where unit_id in (select name from named)
),
offences as (
    select offence_id from intermediate.int_case__offences
    where ypid in (select ypid from children)
),
related as (
    select ypid from children
    union select ypid from intermediate.int_case__offences
    where offence_id in (select offence_id from offences)
)
select distinct other.ypid from intermediate.int_orders__units as one
inner join intermediate.int_orders__units as other
    on one.service = other.service and one.unit_id = other.unit_id
where one.ypid in (select ypid from related)
