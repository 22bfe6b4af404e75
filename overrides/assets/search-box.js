// The field in the header: Ctrl+K or / goes to it.
export {};
