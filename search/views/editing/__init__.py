"""The national level's pages in the admin: the thesaurus, and what people looked for in vain."""
