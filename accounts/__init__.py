"""Who people are: clinics, accounts, roles, agreements, sign-in, keys; knows nothing of rooms."""
