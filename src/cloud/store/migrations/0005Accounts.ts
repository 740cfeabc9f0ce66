/**
 * Accounts: who binds a phone to an imported person, who guesses at passwords, whose account was closed and why. The
 * demo gives all its console accounts one hash with one salt, which nothing else does; counties filled with it before
 * the mark existed are known by that.
 */
export const accounts = `
alter table counties add column demo boolean not null default false;
update counties set demo = true where county_id in (
  select county_id from people where password_hash is not null
  group by county_id, password_hash having count(*) > 1);

alter table people
  drop column failed_sign_ins,
  drop column locked_until,
  add column disabled_by uuid,
  add column disabled_reason text;

create index sessions_by_person on sessions (county_id, person_id) where ended_at is null;

create table attempts (
  county_id int not null,
  subject text not null,
  address text not null,
  failures int not null,
  since timestamptz not null,
  locked_until timestamptz,
  succeeded_at timestamptz,
  keep_until timestamptz not null,
  primary key (county_id, subject, address)
);
create index attempts_to_sweep on attempts (county_id, keep_until);

create table binding_codes (
  county_id int not null,
  command_id uuid not null,
  code_hash bytea not null,
  person_id uuid not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  primary key (county_id, command_id),
  unique (county_id, code_hash),
  foreign key (county_id, person_id) references people (county_id, person_id)
);
create index binding_codes_open on binding_codes (county_id, person_id) where used_at is null;
`
