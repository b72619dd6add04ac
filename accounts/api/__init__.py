"""The HTTP door of accounts, under /api/v1/."""
