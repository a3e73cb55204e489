import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** One sum of plain series in an expression. @public */
export interface PromTerm {
  sign: 1 | -1;
  /** The selector below the sum, as written: `http_requests_total{job="gateway"}`. */
  selector: string;
  /** Name of the metric, where the selector says it outright. */
  metric?: string;
  /** `… or vector(0)`: where no series is there, it counts as 0. */
  zeroWhenAbsent: boolean;
}

/** A PromQL expression, as far as it is understood. @public */
export interface PromQuery {
  /** As written, without the space around it. */
  text: string;
  /**
   * Sums of plain series whose total the expression is: `sum(a)`, `sum by (x) (a)`, `a`, `sum(a) - sum(b)`. Empty where it is anything else:
   * then only Prometheus can work it out.
   */
  terms: PromTerm[];
}

/**
 * Reads a PromQL expression.
 *
 * @throws RangeError with line and column where it cannot be read
 *
 * @public
 */
export function readPromQl(text: string): PromQuery {
  if (!text.trim()) throw new RangeError('the query is empty');
  const root = parser.parse(text).topNode;
  assertWithoutErrors(root, text);
  const expression = childrenOf(root).find(
    ({ name }) => name !== 'LineComment',
  );
  const terms =
    expression && (plain(expression, text) ?? sums(expression, text));
  return { text: text.trim(), terms: terms ?? [] };
}

function assertWithoutErrors(root: SyntaxNode, text: string) {
  const cursor = root.cursor();
  do {
    if (cursor.type.isError) {
      const before = text.slice(0, cursor.from).split('\n');
      throw new RangeError(
        `PromQL cannot be read from line ${before.length}, column ${
          before[before.length - 1].length + 1
        } on`,
      );
    }
  } while (cursor.next());
}

/** `a` and `sum by (x) (a)`, whose several values add up to the total. */
function plain(node: SyntaxNode, text: string): PromTerm[] | undefined {
  const inner = unwrap(node);
  const selector =
    inner.name === 'VectorSelector' ? inner : summed(inner, true);
  return selector && [termOf(selector, text)];
}

/** Sums to a single value, added to and taken from each other. */
function sums(node: SyntaxNode, text: string): PromTerm[] | undefined {
  const inner = unwrap(node);
  const selector = summed(inner, false);
  if (selector) return [termOf(selector, text)];
  if (inner.name !== 'BinaryExpr') return undefined;
  const parts = childrenOf(inner);
  const [left, operator] = parts;
  const right = parts[parts.length - 1];
  if (operator.name === 'Or' && isVectorOfZero(right, text)) {
    const only = sums(left, text);
    return only?.length === 1
      ? [{ ...only[0], zeroWhenAbsent: true }]
      : undefined;
  }
  // Matching by labels or a comparison would be more than a sum.
  if (parts.length > 3 || !['Add', 'Sub'].includes(operator.name))
    return undefined;
  const first = sums(left, text);
  const second = sums(right, text);
  const turned = operator.name === 'Sub' ? -1 : 1;
  return (
    first &&
    second && [
      ...first,
      ...second.map(term => ({
        ...term,
        sign: (term.sign * turned) as 1 | -1,
      })),
    ]
  );
}

/** The plain selector of which a node is the sum. */
function summed(node: SyntaxNode, grouped: boolean): SyntaxNode | undefined {
  if (node.name !== 'AggregateExpr') return undefined;
  const [operation, ...rest] = childrenOf(node);
  if (operation.firstChild?.name !== 'Sum') return undefined;
  if (!grouped && rest.some(({ name }) => name === 'AggregateModifier')) {
    return undefined;
  }
  const body = rest.find(({ name }) => name === 'FunctionCallBody');
  const inner = body?.firstChild && unwrap(body.firstChild);
  return inner?.name === 'VectorSelector' ? inner : undefined;
}

function termOf(selector: SyntaxNode, text: string): PromTerm {
  const metric = metricOf(selector, text);
  return {
    sign: 1,
    selector: text.slice(selector.from, selector.to),
    ...(metric !== undefined && { metric }),
    zeroWhenAbsent: false,
  };
}

function metricOf(selector: SyntaxNode, text: string): string | undefined {
  const identifier = selector.getChild('Identifier');
  if (identifier) return text.slice(identifier.from, identifier.to);
  const named = selector
    .getChild('LabelMatchers')
    ?.getChildren('UnquotedLabelMatcher')
    .map(({ from, to }) =>
      /^__name__\s*=\s*["'`](.*)["'`]$/s.exec(text.slice(from, to)),
    )
    .find(found => found);
  return named?.[1];
}

function isVectorOfZero(node: SyntaxNode, text: string): boolean {
  const { from, to } = unwrap(node);
  return /^vector\s*\(\s*0\s*\)$/.test(text.slice(from, to));
}

function unwrap(node: SyntaxNode): SyntaxNode {
  const inner = node.name === 'ParenExpr' ? node.firstChild : null;
  return inner ? unwrap(inner) : node;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}
