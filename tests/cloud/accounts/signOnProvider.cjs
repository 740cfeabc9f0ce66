const { createServer } = require('node:http')

/**
 * A single sign-on in a process of its own: it is published as ES modules only. Whoever comes is who `login_hint` says.
 * `node signOnProvider.cjs <redirect address>` says its own address in a line.
 */
async function main() {
  const { Provider } = await import('oidc-provider')
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${server.address().port}`

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'lianxin',
        client_secret: 'a-secret-of-the-test-alone-0123456789',
        redirect_uris: [process.argv[2]],
        post_logout_redirect_uris: [process.argv[2]],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AuthorizationCode: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id }),
    }),
    async loadExistingGrant(context) {
      const { client, session } = context.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next()
    const { params } = await provider.interactionDetails(context.req, context.res)
    const login = { accountId: params.login_hint }
    await provider.interactionFinished(context.req, context.res, { login })
    context.respond = false
  })

  server.on('request', provider.callback())
  process.stdout.write(`${issuer}\n`)
}

void main()
