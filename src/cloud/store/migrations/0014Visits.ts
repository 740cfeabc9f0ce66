/** Whoever a matter is about finds it: who visited me, and why. */
export const visits = `
create index matters_by_concerned on matters (county_id, (state->>'concerns'), received_at desc, matter_id desc)
  where state->>'concerns' is not null;
`
