type Glyph = string;

/** A pattern of policies: `*` stands for any run of characters, also none, `?` for one. */
const glyphs = (pattern: string): readonly Glyph[] => Array.from(pattern.replace(/\*+/g, "*"));

/** Asks a question about two positions once. */
function remembered(ask: (i: number, j: number, again: (i: number, j: number) => boolean) => boolean) {
  const answers = new Map<string, boolean>();
  const answer = (i: number, j: number): boolean => {
    const place = `${i} ${j}`;
    const known = answers.get(place);
    if (known !== undefined) return known;
    const found = ask(i, j, answer);
    answers.set(place, found);
    return found;
  };
  return answer(0, 0);
}

/** Whether every text that `inner` matches is matched by `outer`. Never true by mistake; false where in doubt. */
export function globCovers(outer: string, inner: string): boolean {
  const [o, i] = [glyphs(outer), glyphs(inner)];
  return remembered((a, b, again) => {
    if (a === o.length) return b === i.length;
    if (o[a] === "*") return again(a + 1, b) || (b < i.length && again(a, b + 1));
    if (b === i.length || i[b] === "*") return false;
    return (o[a] === "?" || o[a] === i[b]) && again(a + 1, b + 1);
  });
}

/** Whether no text is matched by both. */
export function globsDisjoint(left: string, right: string): boolean {
  const [l, r] = [glyphs(left), glyphs(right)];
  const meet = remembered((a, b, again) => {
    if (a === l.length && b === r.length) return true;
    if (l[a] === "*" && (again(a + 1, b) || (b < r.length && again(a, b + 1)))) return true;
    if (r[b] === "*" && (again(a, b + 1) || (a < l.length && again(a + 1, b)))) return true;
    if (a === l.length || b === r.length || l[a] === "*" || r[b] === "*") return false;
    return (l[a] === "?" || r[b] === "?" || l[a] === r[b]) && again(a + 1, b + 1);
  });
  return !meet;
}

const FIELDS = 6;

/** The six fields of an ARN pattern; undefined where it has fewer. */
function fieldsOf(pattern: string): readonly string[] | undefined {
  const parts = pattern.split(":");
  return parts.length < FIELDS ? undefined : [...parts.slice(0, FIELDS - 1), parts.slice(FIELDS - 1).join(":")];
}

/** The same for patterns of ARNs, whose wildcards are asked field by field. */
export function arnCovers(outer: string, inner: string): boolean {
  if (outer === "*" || outer === inner) return true;
  const [o, i] = [fieldsOf(outer), fieldsOf(inner)];
  return o !== undefined && i !== undefined && o.every((field, index) => globCovers(field, i[index] ?? ""));
}

/** Whether no ARN is matched by both patterns. */
export const arnsDisjoint = (left: string, right: string): boolean => globsDisjoint(left, right);
