with

budget as (

    select * from {{ ref('int_office__budget') }}
    where not is_stated_total and starting_year is not null

),

terms as (

    select * from {{ ref('plan_terms') }}

),

salt as (

    select * from {{ ref('int_identity__salt') }}

),

budget_named as (

    select
        -- ids
        {{ record_key(['budget._file_sha256', 'budget._row_number::varchar']) }}
            as budget_id,
        budget.service,

        -- codes
        budget.partner_code,
        coalesce(partners.name, budget.partner_code) as partner_name,
        budget.kind_code,
        coalesce(kinds.name, budget.kind_code) as kind_name,

        -- dates
        budget.starting_year,
        budget.starting_year || '/' || right((budget.starting_year + 1)::varchar, 2)
            as financial_year,

        -- measures
        budget.amount_gbp,

        -- lineage
        budget._supplier as supplier,
        budget._file_sha256 as file_sha256
    from budget
    left join terms as partners
        on partners.list = 'partner' and budget.partner_code = partners.code
    left join terms as kinds
        on kinds.list = 'kind' and budget.kind_code = kinds.code
    cross join salt

)

select * from budget_named
