import { parseAst } from 'vitest/node';

type Node = { type: string } & Record<string, unknown>;

/** Attributes whose text people see or hear, of elements and of our own components. */
const SHOWN_ATTRIBUTES = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'text',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
]);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node of a syntax tree, from the root down. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
}

const parse = (source: string) => parseAst(source, { lang: 'tsx' }) as unknown as Node;

/** Every string that stands in a source as such. */
export function literalsOf(source: string): string[] {
  return [...nodesOf(parse(source))].flatMap((node) => (node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : []));
}

/** The strings that an expression may come to, as far as they stand there. What a call gives is not looked into, but for lists that are joined. */
function valuesOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [...(node.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked), ...(node.expressions as Node[]).flatMap(valuesOf)];
    case 'ConditionalExpression':
      return [...valuesOf(node.consequent), ...valuesOf(node.alternate)];
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : valuesOf(node.left)), ...valuesOf(node.right)];
    case 'BinaryExpression':
      // Comparisons come to no text.
      return node.operator === '+' ? [...valuesOf(node.left), ...valuesOf(node.right)] : [];
    case 'ArrayExpression':
      return (node.elements as unknown[]).flatMap(valuesOf);
    case 'CallExpression':
      return isNode(node.callee) && node.callee.type === 'MemberExpression' ? valuesOf(node.callee.object) : [];
    case 'MemberExpression':
      return valuesOf(node.object);
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return valuesOf(node.expression);
    default:
      return [];
  }
}

const isText = (value: string) => /\p{L}/u.test(value) && value.trim() !== 'Sofar';

/** Words that a source shows without asking `t()` for them: text between tags, and in attributes that are seen or heard. The product's name is allowed. */
export function shownStrings(source: string): string[] {
  return [...nodesOf(parse(source))]
    .flatMap((node) => {
      if (node.type === 'JSXText') return [String(node.value)];
      if (node.type === 'JSXElement' || node.type === 'JSXFragment')
        return (node.children as Node[]).flatMap((child) => (child.type === 'JSXExpressionContainer' ? valuesOf(child) : []));
      if (node.type !== 'JSXAttribute') return [];
      const { name } = node.name as { name: string };
      return SHOWN_ATTRIBUTES.has(name) ? valuesOf(node.value) : [];
    })
    .map((value) => value.trim())
    .filter(isText);
}
