-- every difference with what the rules may ask of it
create or replace table rehearsal.weighed as
select
    differences.*,
    asked.line,
    columns.code_list,
    columns.form,
    columns.is_private,
    -- a record of one system alone is asked of the other as a whole
    case
        when differences.old_source is null then columns.old_sources != []
        else list_contains(columns.old_sources, differences.old_source)
    end as is_held_by_old,
    case
        when differences.new_source is null then columns.new_sources != []
        else list_contains(columns.new_sources, differences.new_source)
    end as is_held_by_new,
    days.last_day,
    coalesce(days.has_open_work, false) as has_open_work,
    coalesce(one_child.is_one_child, false) as is_one_child,
    updates.updated_on as new_updated_on,
    new_means.national_code is not null
    or old_means.national_code is not null as is_dated_mapping,
    case differences.column_name
        when 'pnc_number' then old_numbers.pnc_number
        when 'nhs_number' then old_numbers.nhs_number
        when 'upn' then old_numbers.upn
    end as old_number,
    case differences.column_name
        when 'pnc_number' then new_numbers.pnc_number
        when 'nhs_number' then new_numbers.nhs_number
        when 'upn' then new_numbers.upn
    end as new_number
from rehearsal.differences as differences
cross join rehearsal.asked as asked
inner join rehearsal.columns as columns
    on
        differences.entity = columns.entity
        and coalesce(differences.column_name, '') = columns.column_name
left join rehearsal.days as days on differences.child_id = days.child_id
left join rehearsal.one_child as one_child
    on differences.child_id = one_child.child_id
left join rehearsal.updates as updates
    on case when differences.entity = 'persons' then differences.new_key end
    = updates.record_key
left join rehearsal.meanings as new_means
    on
        asked.new_supplier = new_means.supplier
        and columns.code_list = new_means.code_list
        and upper(differences.new_sent) = new_means.source_key
        and differences.old_value = new_means.national_code
left join rehearsal.meanings as old_means
    on
        asked.old_supplier = old_means.supplier
        and columns.code_list = old_means.code_list
        and upper(differences.old_sent) = old_means.source_key
        and differences.new_value = old_means.national_code
left join intermediate.int_identity__records as old_numbers
    on
        -- a condition of one side alone would make every pair be looked at
        case when columns.form = 'number' then asked.old_supplier end
        = old_numbers.supplier
        and differences.old_key = old_numbers.supplier_person_id
left join intermediate.int_identity__records as new_numbers
    on
        -- a condition of one side alone would make every pair be looked at
        case when columns.form = 'number' then asked.new_supplier end
        = new_numbers.supplier
        and differences.new_key = new_numbers.supplier_person_id
