/** Stands in for what writes a style sheet into the page: the sheet is made, but no page holds it. */
const aside = () => document.createElement('style')

module.exports = {
  injectCSS: aside,
  updateCSS: aside,
  removeCSS: () => undefined,
  clearContainerCache: () => undefined,
}
