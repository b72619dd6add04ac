"""What a group room is and what may happen in it; pure: no Django, no clock, no randomness."""
