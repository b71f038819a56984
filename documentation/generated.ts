/** First line of what is written by `npm run baseline -- docs`. */
export const GENERATED = "<!-- Written by `npm run baseline -- docs`. Change the catalogue instead. -->";
