/**
 * What belongs to a person: the telephone of their post, which neighbours may call; what they agreed to and took back,
 * each a row that is only ever added; and when they closed their account. Guides 办事指南 are a few rows of an area.
 */
export const people = `
alter table people
  add column work_phone text not null default '',
  add column consent_withdrawn_at timestamptz,
  add column closed_at timestamptz;

create table consents (
  county_id int not null,
  seq bigint generated always as identity,
  person_id uuid not null,
  version text not null,
  given boolean not null,
  at timestamptz not null,
  primary key (county_id, seq),
  foreign key (county_id, person_id) references people (county_id, person_id)
);
create index consents_of on consents (county_id, person_id, seq);

create table guides (
  county_id int not null references counties,
  guide_id text not null,
  area_code text not null,
  position int not null,
  title text not null,
  papers text not null,
  place text not null,
  phone text not null default '',
  primary key (county_id, guide_id)
);
create index guides_by_area on guides (county_id, area_code, position);
`
