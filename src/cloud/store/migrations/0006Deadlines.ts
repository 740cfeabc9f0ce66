/**
 * Lists in the order they are read. A village's matters are found by the first twelve digits of their area, which
 * serves its grids as well: the villages of a county are few, so reports that come together share the index's pages.
 * A claimed task is looked for by what is due first, a finished one by what is newest; no report writes either.
 */
export const deadlines = `
create index matters_by_village on matters
  (county_id, (left(area_code, 12)), received_at desc, matter_id desc);
drop index matters_claimed;
create index matters_claimed on matters (county_id, claimed_by, due_at, matter_id)
  where task_state = 'claimed';
create index matters_done on matters (county_id, claimed_by, received_at desc, matter_id desc)
  where task_state = 'done';
`
