"""The media servers, Janus and coturn: their configuration, and a keeper that runs them."""
