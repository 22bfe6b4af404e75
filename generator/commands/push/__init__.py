"""Sends the changes of a site to the shared repository, and takes the last of them back."""
