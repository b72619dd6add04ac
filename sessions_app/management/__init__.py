"""The commands of rooms and their record."""
