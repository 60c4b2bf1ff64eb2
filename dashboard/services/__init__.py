"""Use cases. Pages, phones and the command line come through here, and here alone it is decided
what is allowed.

Does: one transaction a use case. Tested on real SQLite and PostgreSQL.
May not know: pages, pictures, HTTP.
"""
