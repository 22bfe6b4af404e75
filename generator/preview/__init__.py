"""Watch, rebuild what changed, serve, reload the browser."""
