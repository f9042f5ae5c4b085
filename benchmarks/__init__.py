"""What the budgets of the engine are measured with: one measurement a file, run by `python -m benchmarks`. Never a timed test."""
