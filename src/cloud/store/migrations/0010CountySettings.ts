/**
 * 县的设置: versions that are only ever added. The newest whose time has come is in force; an open matter keeps the one
 * it began with.
 */
export const countySettings = `
create table county_settings (
  county_id int not null references counties,
  version int not null,
  effective_from timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null,
  note text not null,
  content jsonb not null,
  command_id uuid not null,
  input_hash bytea not null,
  primary key (county_id, version),
  unique (county_id, command_id)
);
`
