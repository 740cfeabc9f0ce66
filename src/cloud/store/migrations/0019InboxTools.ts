/**
 * The duty officer's tools. Who is looking at a matter is a lease of some seconds; what they wrote beside it, calls and
 * notes, is only ever added to, as are the notes of a shift; filters are a person's own.
 */
export const inboxTools = `
create table desk_presence (
  county_id int not null references counties,
  matter_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  until_at timestamptz not null,
  primary key (county_id, matter_id, person_id)
);
create index desk_presence_by_end on desk_presence (county_id, until_at);
`
