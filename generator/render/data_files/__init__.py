"""The files beside the pages: calendars, feeds, open data, redirects and the partnership's stylesheet."""
