"""Sound and picture: two engines behind one interface. It never records, and can not."""
