/** What a call returns, or undefined where AWS says, by one of these error names, that there is no such thing. */
export async function unlessAbsent<T>(errorNames: readonly string[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && errorNames.includes(error.name)) return undefined;
    throw error;
  }
}
