"""Frozen shapes of what authors write. pydantic is used in this folder only."""
