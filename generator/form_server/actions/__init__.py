"""The buttons of a record, such as Archive and Withdraw: their questions, and the page that makes the change."""
