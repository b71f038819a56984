/** Ids that AWS chooses: they stand for any. */
export const DETECTOR = "detector/12abc34d567e8fa901bc2d34e56789f0";
export const KEY = "key/1234abcd-12ab-34cd-56ef-1234567890ab";
