/**
 * What an endpoint is sent may be narrowed to kinds (null: all). A new secret leaves the one before it good for a while,
 * so that nothing is refused between the two. Each attempt of a delivery keeps its answer.
 */
export const hubEndpoints = `
alter table hub_endpoints
  add column kinds text[],
  add column secret_id uuid,
  add column previous_secret text,
  add column previous_secret_hash bytea,
  add column previous_secret_until timestamptz,
  add column asked_at timestamptz;
create index hub_endpoints_by_previous_secret on hub_endpoints (county_id, previous_secret_hash)
  where previous_secret_hash is not null;

create table delivery_attempts (
  county_id int not null,
  endpoint_id uuid not null,
  message_id uuid not null,
  number bigint generated always as identity,
  finished_at timestamptz not null,
  accepted boolean not null,
  answer text not null,
  primary key (county_id, endpoint_id, message_id, number),
  foreign key (county_id, endpoint_id, message_id)
    references deliveries (county_id, endpoint_id, message_id)
);
`
