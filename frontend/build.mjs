// Makes what the pages load: `npm run build`. Everything it writes can be deleted.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import subsetFont from "subset-font";

const here = (path) => new URL(path, import.meta.url);
const dependency = createRequire(import.meta.url).resolve;
const out = here("../hub/static/hub/build/");

// What the hub writes with: Latin 1, the letters of the Sámi languages, and the signs of text and of numbers.
const LETTERS =
  [[0x20, 0x7e], [0xa0, 0xff]]
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join("") + "ÁČĐŊŠŦŽáčđŋšŧžÂâÏïŐő–—‘’‚“”„•…‰‹›€−×≈≤≥±←→↑↓✓₂₃²³½¼\u2009\u202f\u2011";

async function writeFont() {
  const inter = readFileSync(dependency("inter-ui/variable/InterVariable.woff2"));
  const variationAxes = { wght: { min: 400, max: 600, default: 400 }, opsz: 14 };
  writeFileSync(here("styles/built/inter.woff2"), await subsetFont(inter, LETTERS, { targetFormat: "woff2", variationAxes }));
}

// The design system's scales of size, space and type, without its own colours: those are ours.
function writeScales() {
  const theme = readFileSync(dependency("@digdir/designsystemet-css/theme.css"), "utf8");
  const layers = theme.split(/(?=@layer ds\.theme\.)/);
  const kept = layers.filter((layer) => !/^@layer ds\.theme\.(color|typography\.secondary)/.test(layer));
  writeFileSync(here("styles/built/scales.css"), kept.join("\n"));
}

const declare = (shades, prefix = "") =>
  Object.entries(shades).map(([name, hex]) => `--ds-color-${prefix}${name}:${hex};`).join("");
const refer = (shades, role) =>
  Object.keys(shades).map((name) => `--ds-color-${name}:var(--ds-color-${role}-${name});`).join("");

function rulesFor(scheme, { themes, roles }) {
  const focus = { light: ["#ffffff", "#24272b"], dark: ["#17181a", "#ececec"] }[scheme];
  const network = {
    light: "--network:var(--ds-color-base-active);--network-text:var(--ds-color-base-contrast-default);",
    dark: "--network:var(--ds-color-surface-active);--network-text:var(--ds-color-text-default);",
  }[scheme];
  const common =
    `:root{color-scheme:${scheme};--ds-color-focus-inner:${focus[0]};--ds-color-focus-outer:${focus[1]};` +
    Object.entries(roles).map(([role, scale]) => declare(scale[scheme], `${role}-`)).join("") + "}";
  const own = Object.entries(themes).map(
    ([name, scale], i) => `${i ? "" : ":root,"}[data-color=${name}]{${declare(scale[scheme])}${network}}`,
  );
  return common + own.join("");
}

function writeThemes() {
  const tokens = JSON.parse(readFileSync(here("themes/tokens.json")));
  const roles = Object.entries(tokens.roles).map(([role, { light }]) => `[data-color=${role}]{${refer(light, role)}}`);
  writeFileSync(
    here("styles/built/themes.css"),
    `@layer ds.theme{${rulesFor("light", tokens)}@media screen and (prefers-color-scheme:dark){${rulesFor("dark", tokens)}}${roles.join("")}}`,
  );
}

// Pictures inside style sheets become files, so that the content policy need not allow "data:".
const picturesAsFiles = {
  name: "pictures-as-files",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^data:image\/svg/ }, ({ path: url }) => {
      const contents = decodeURIComponent(url.slice(url.indexOf(",") + 1));
      const name = createHash("sha1").update(contents).digest("hex").slice(0, 8);
      return { path: `icon-${name}.svg`, namespace: "picture", pluginData: { contents } };
    });
    onLoad({ filter: /.*/, namespace: "picture" }, ({ pluginData: { contents } }) => ({ contents, loader: "file" }));
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(here("styles/built"), { recursive: true });
await writeFont();
writeScales();
writeThemes();
await build({
  entryPoints: { hub: here("styles/index.css").pathname, script: here("hub.js").pathname },
  outdir: out.pathname,
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox114", "safari16.4"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  plugins: [picturesAsFiles],
  logLevel: "warning",
});
