/** Where a Terraform string is a template: `${…}` and `%{…}`, unless the sign is doubled. */
const TEMPLATE = /\$\$\{|%%\{|\$\{|%\{/g;

/** What our templates begin with: a reference, or a function over one. */
const REFERENCE = /^(data\.)?aws_[a-z0-9_]+\.[\w-]+(\.[\w-]+|\[\d+\])+\}/;

const starts = (text: string): readonly { readonly sign: string; readonly rest: string }[] =>
  [...text.matchAll(TEMPLATE)].map((match) => ({
    sign: match[0],
    rest: text.slice(match.index + match[0].length),
  }));

/** Templates in a text that are no plain reference to a resource: in a policy, policy variables that nobody escaped. */
export const foreignTemplates = (text: string): readonly string[] =>
  starts(text)
    .filter(({ sign, rest }) => sign === "%{" || (sign === "${" && !REFERENCE.test(rest)))
    .map(({ sign, rest }) => `${sign}${rest.slice(0, 40)}`);

/** What Terraform expressions of ours begin with. */
const EXPRESSION =
  /^(data\.|aws_|var\.|self\.|each\.|local\.|[{[]\s*for [a-z_, ]+ in |(alltrue|anytrue|coalesce|concat|distinct|flatten|format|keys|merge|sensitive|sort|trimprefix|values|contains|join|jsondecode|jsonencode|length|lookup|one|setsubtract|tolist|tomap|toset|trimsuffix|try)\()/;

/** Templates in a text that are none of our Terraform expressions. `%{` is never one. */
export const unknownTemplates = (text: string): readonly string[] =>
  starts(text)
    .filter(({ sign, rest }) => sign === "%{" || (sign === "${" && !EXPRESSION.test(rest)))
    .map(({ sign, rest }) => `${sign}${rest.slice(0, 40)}`);

/** A text as AWS receives it: doubled signs become single ones. References stay, being unknown until the apply. */
export const received = (text: string): string => text.replace(/\$\$\{/g, () => "${").replace(/%%\{/g, () => "%{");
