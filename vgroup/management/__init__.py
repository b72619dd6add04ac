"""Commands that belong to the set-up rather than to people or rooms."""
