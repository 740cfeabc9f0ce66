/** Where the API is: baked in for the phone, the page's own origin in a browser. */
export function apiBase(): string {
  return typeof API_BASE === 'undefined' ? '' : API_BASE
}
