from hub.collation import sort_key


def test_norwegian_ends_with_ae_oe_aa():
    names = ["Åmot", "Østfold", "Zürich", "Ærøy", "Agder", "ås"]

    assert sorted(names, key=lambda name: sort_key(name, "nb")) == [
        "Agder",
        "Zürich",
        "Ærøy",
        "Østfold",
        "Åmot",
        "ås",
    ]


def test_swedish_ends_with_aa_ae_oe():
    names = ["Örebro", "Älmhult", "Åre", "Ystad"]

    assert sorted(names, key=lambda name: sort_key(name, "sv")) == ["Ystad", "Åre", "Älmhult", "Örebro"]


def test_sami_letters_stand_by_their_plain_ones():
    names = ["Deatnu", "Čáhcesuolu", "Áltá", "Bodø"]

    assert sorted(names, key=lambda name: sort_key(name, "nb")) == ["Áltá", "Bodø", "Čáhcesuolu", "Deatnu"]
