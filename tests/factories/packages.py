"""Packages (zip) that are broken in ways a careful maker of files never is."""

import io
import struct
import zipfile

LOCAL_HEADER = 30
ENCRYPTED = 1


def package_that_does_not_unpack(name: str) -> bytes:
    """It lists its part as any other does; the part's own bytes are none that can be unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, "x" * 90)
    content = bytearray(file.getvalue())
    begins = LOCAL_HEADER + len(name)
    content[begins : begins + 3] = b"\xff\xff\xff"
    return bytes(content)


def said_to_be_encrypted(content: bytes) -> bytes:
    """Each part asks for a password, while the package itself can be listed."""
    changed = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := changed.find(signature, at + 1)) >= 0:
            struct.pack_into("<H", changed, at + flags, ENCRYPTED)
    return bytes(changed)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The package with one of its parts exchanged."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
    return file.getvalue()
