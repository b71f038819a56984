/** Everything that all pages of a paginator hold. */
export async function everything<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}

/** Pages of an API for which the SDK has no paginator. */
export async function* pagesOf<Page extends { readonly NextToken?: string | undefined }>(
  read: (NextToken: string | undefined) => Promise<Page>,
): AsyncGenerator<Page> {
  let token: string | undefined;
  do {
    const page = await read(token);
    yield page;
    token = page.NextToken;
  } while (token !== undefined);
}
