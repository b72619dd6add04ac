"""The record of what happened; the only code that touches ledger rows, private rows and heads."""
