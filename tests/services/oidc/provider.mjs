// A certified OpenID provider for the tests: `node provider.mjs PORT`. A test tells whom it knows
// (PUT /people/kari, with what is to be told of them as JSON); who signs in types that name.
import Provider from "oidc-provider";

const port = Number(process.argv[2]);
const people = new Map();

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
  findAccount: (_context, name) => ({ accountId: name, claims: () => ({ sub: name, ...people.get(name) }) }),
  pkce: { required: () => true },
});

provider.use(async (context, next) => {
  const [, name] = context.path.match(/^\/people\/(\w+)$/) ?? [];
  if (!name || context.method !== "PUT") return next();
  let body = "";
  for await (const chunk of context.req) body += chunk;
  people.set(name, JSON.parse(body));
  context.status = 204;
});
provider.listen(port, "127.0.0.1");
