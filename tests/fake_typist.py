"""Stands in for the process that types: what it does is the text that it is to type."""

from __future__ import annotations

import json
import sys
import time


def main() -> None:
    order = json.loads(sys.stdin.readline())
    match order["text"]:
        case "hang":
            time.sleep(60)
        case "crash":
            sys.exit(3)
        case "garbage":
            print("no json at all")
        case "refuse":
            print(json.dumps({"failed": "no-focus"}))
        case _:
            told = {**order, "argv": sys.argv}
            print(json.dumps(told), file=sys.stderr)
            print(json.dumps({"done": "a letter"}))


if __name__ == "__main__":
    main()
