/** A voice that a service has put into words is read beside being listened to. */
export const voices = `
alter table files add column transcript text;
`
