// The lists of reviews and of briefings, narrowed down by what a reader chooses.
export {};
