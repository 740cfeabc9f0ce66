/**
 * What one person has sent in a day is a sum over the first index alone. The others find whoever
 * else shows the same picture before its bytes are taken away, in every county that shares the blob
 * store; they cost a photo nothing until it is cleaned.
 */
export const quotas = `
create index files_by_owner on files (county_id, owner_id, created_at) include (bytes);
create index files_by_photo on files (photo_key) where photo_key is not null;
create index files_by_thumbnail on files (thumbnail_key) where thumbnail_key is not null;
`
