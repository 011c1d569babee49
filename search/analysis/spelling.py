"""How far apart two spellings are."""


def pairs_of(word: str) -> list[str]:
    padded = f"^{word}$"
    return [padded[at : at + 2] for at in range(len(padded) - 1)]


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, drop or swap with the next; `most + 1` when it is more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for position, facing in enumerate(other, 1):
            cost = min(
                before[position] + 1,
                row[position - 1] + 1,
                before[position - 1] + (letter != facing),
            )
            swapped = at > 1 and position > 1 and letter == other[position - 2] and one[at - 2] == facing
            row.append(min(cost, earlier[position - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return row[-1]
