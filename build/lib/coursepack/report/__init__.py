"""How findings are printed; one file a format, each a function from `Outcome` to text."""
