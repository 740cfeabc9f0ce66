/** What each phone of each person last said that it still holds: the latest word only, never a row per word. */
export const phoneHoldings = `
create table phone_holdings (
  county_id int not null,
  device_id uuid not null,
  person_id uuid not null,
  turn int not null,
  heard_at timestamptz not null,
  since timestamptz not null,
  holds boolean not null,
  held jsonb not null,
  primary key (county_id, device_id),
  foreign key (county_id, person_id) references people (county_id, person_id)
);
create index phone_holdings_of on phone_holdings (county_id, person_id);
create index phone_holdings_since on phone_holdings (county_id, since, device_id) where holds;
create index phone_holdings_heard on phone_holdings (county_id, heard_at)
`
