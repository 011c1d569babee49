"""How words are read, once for both engines: see docs/adr."""
