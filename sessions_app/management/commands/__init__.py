"""`verify` and `erase`."""
