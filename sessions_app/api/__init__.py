"""The HTTP door of groups and sessions, under /api/v1/."""
