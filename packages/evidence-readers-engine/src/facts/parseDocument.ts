import { Composer, CST, Document, isScalar, Lexer, Parser, visit } from 'yaml';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { quote } from '../reader/quote';

/** Levels of the concrete syntax; a declared fact needs five. */
const MAX_DEPTH = 16;

/** Words and signs, spaces included: some ten for a fact. Nothing else can run while they are read. */
const MAX_LEXEMES = 12_000;

/** What can stand before a value in YAML and is refused, with the reason. */
const REFUSED: Partial<Record<string, string>> = {
  anchor: 'an anchor (&name)',
  alias: 'an alias (*name)',
  tag: 'a tag (!name)',
  'directive-line': 'a directive (%NAME)',
};

/**
 * One JSON or YAML 1.2 document as plain values. JSON is read as the YAML that it is, since `JSON.parse` lets duplicate
 * keys pass.
 *
 * Mappings come as `Map`, so that no key (`__proto__`) means anything. Throws an `InvalidArtifactError` for broken
 * syntax, duplicate keys, several documents, too deep nesting, and for anchors, aliases, tags and directives: with
 * none of these a document cannot grow when it is read, nor change what its words mean.
 *
 * @internal
 */
export function parseDocument(text: string): unknown {
  const tokens = readTokens(text);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    // Looked at below: it would compare each key with all before it.
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  if (documents.length !== 1) {
    throw new InvalidArtifactError(
      'file',
      `the file holds ${documents.length} YAML documents; it must hold one`,
    );
  }
  const [problem] = [...documents[0].errors, ...documents[0].warnings];
  if (problem) {
    const line = lineAt(text, problem.pos[0]);
    throw new InvalidArtifactError(
      `line ${line}`,
      `line ${line}: ${problem.message.slice(0, 200)}`,
    );
  }
  checkUniqueKeys(documents[0], text);
  return documents[0].toJS({ mapAsMap: true });
}

function checkUniqueKeys(document: Document.Parsed, text: string) {
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const line = lineAt(text, key.range?.[0] ?? 0);
          throw new InvalidArtifactError(
            `line ${line}`,
            `line ${line}: keys must be unique, and ${quote(
              String(key.value),
            )} is there twice`,
          );
        }
        seen.add(key.value);
      }
    },
  });
}

/** The depth is bounded while tokens are read, without recursion: what builds on them is recursive. */
function readTokens(text: string): CST.Token[] {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let isContent = false;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const refused = isContent ? undefined : REFUSED[typeOf(lexeme)];
    isContent = lexeme === CST.SCALAR;
    const line = () => lineAt(text, parser.offset);
    lexemes += 1;
    if (lexemes > MAX_LEXEMES) {
      throw new InvalidArtifactError(
        'file',
        'the file has too many words and signs: declare fewer facts at once',
      );
    }
    if (refused) {
      throw new InvalidArtifactError(
        `line ${line()}`,
        `line ${line()}: ${refused} is refused: write the value itself`,
      );
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) {
      throw new InvalidArtifactError(
        `line ${line()}`,
        `line ${line()}: values are nested more than ${MAX_DEPTH} deep`,
      );
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function typeOf(lexeme: string): string {
  return CST.tokenType(lexeme) ?? '';
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
