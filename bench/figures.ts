/** How figures are written in the tables. */
export const seconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} s`;
export const milliseconds = (value: number): string => `${(value * 1000).toFixed(value < 0.01 ? 1 : 0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
