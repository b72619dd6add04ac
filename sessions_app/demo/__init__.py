"""A made-up clinic to try vgroup with; never in an installation that others can reach."""
