"""The files published in addition to pages: calendars, feeds, open data, redirects and the partnership's stylesheet."""
