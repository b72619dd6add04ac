"""Group rooms: what they are, their record, their check-ins, and the doors to them."""
