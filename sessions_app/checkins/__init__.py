"""Check-in forms, their answers and their alert rules; pure."""
