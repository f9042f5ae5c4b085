"""Course engine: load → check → render or export one plain `Course`; holds no course text."""
