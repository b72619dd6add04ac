"""What a clinic sets up before anyone comes, and changes meanwhile; rules, without HTTP."""
