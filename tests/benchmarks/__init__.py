"""The library beside its peers: how long a build takes, and how much memory it needs."""
