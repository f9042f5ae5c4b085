"""`Course` → HTML and Markdown for the site; knows nothing of MkDocs."""
