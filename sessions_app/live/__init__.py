"""The shell around the pure room: commands in, events out; the one place that knows the time."""
