"""What a ledger proves about who took part; pure: no Django, no clock, no randomness."""
