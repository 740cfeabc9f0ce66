/** A journey starts a database and a server and walks through both; Jest knows no timeout per project. */
jest.setTimeout(120_000)
