"""Takes the pictures in this folder from a running demonstration: `make demo` in one terminal, `make pictures` in another."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

HERE = Path(__file__).parent
PORT = os.environ.get("PORT") or "8000"
# name: node, path, width, height
PICTURES = {
    "front": ("nordland", "/", 1280, 900),
    "phone": ("vestland", "/", 375, 800),
}


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for name, (node, path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="nb-NO")
            try:
                page.goto(f"http://{node}.hub.localhost:{PORT}{path}", wait_until="networkidle")
            except Error:
                sys.exit(f"Nothing answers on port {PORT}: start it with make demo.")
            page.screenshot(path=HERE / f"{name}.png")
            print(f"docs/pictures/{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
