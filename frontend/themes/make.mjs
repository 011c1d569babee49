// Writes tokens.json from colours.json with Designsystemet's own scales: `npm run themes` after a colour changes.
// The tokens are kept, so that a build needs none of the tools that make them and a test can read what passed.
import { readFileSync, writeFileSync } from "node:fs";
import { generateColorSchemes } from "@digdir/designsystemet/color";

const here = new URL(".", import.meta.url);
const colours = JSON.parse(readFileSync(new URL("colours.json", here)));

const shades = (scale) => Object.fromEntries(scale.map(({ name, hex }) => [name, hex]));
const tokens = (names) =>
  Object.fromEntries(
    Object.entries(names).map(([name, hex]) => {
      const { light, dark } = generateColorSchemes(hex);
      return [name, { light: shades(light), dark: shades(dark) }];
    }),
  );

writeFileSync(
  new URL("tokens.json", here),
  JSON.stringify({ themes: tokens(colours.themes), roles: tokens(colours.roles) }, null, 2) + "\n",
);
