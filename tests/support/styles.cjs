/** Stands for every stylesheet: `styles.title` is `'title'`. */
module.exports = new Proxy(
  { __esModule: true },
  { get: (own, name) => (name === 'default' ? module.exports : (own[name] ?? name)) },
)
