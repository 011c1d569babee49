"""The steps behind `make`: each does only what is not yet done. Standard library only."""

import sys
from collections.abc import Callable

from bin.steps import console, database, demo, environment, frontend, messages

STEPS: dict[str, Callable[..., None]] = {
    "environment": environment.install,
    "frontend": frontend.build,
    "test-provider": frontend.prepare_test_provider,
    "messages": messages.compile_all,
    "demo": demo.run,
    "demo-reset": database.forget,
}


def main(arguments: list[str]) -> int:
    name, *rest = arguments
    try:
        STEPS[name](*rest)
    except console.Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
