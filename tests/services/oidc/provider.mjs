// A certified OpenID provider for the tests: `node provider.mjs PORT`. Whoever signs in types
// what is to be told of them, as JSON: {"sub": "1", "name": "…", "email": "…", "email_verified": true}.
import Provider from "oidc-provider";

const port = Number(process.argv[2]);
const told = (_context, id) => ({ accountId: id, claims: () => JSON.parse(id) });

const provider = new Provider(`http://127.0.0.1:${port}`, {
  acrValues: ["high"],
  claims: {
    openid: ["sub", "acr"],
    profile: ["name"],
    email: ["email", "email_verified"],
    organisation: ["organisation"],
  },
  cookies: { keys: ["of the tests alone"] },
  // Each test registers the address that it is to come back to.
  features: { registration: { enabled: true } },
  findAccount: told,
  pkce: { required: () => true },
});
provider.listen(port, "127.0.0.1");
