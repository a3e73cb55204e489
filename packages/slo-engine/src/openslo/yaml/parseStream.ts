import {
  Composer,
  CST,
  Document,
  isScalar,
  Lexer,
  Parser,
  Range,
  visit,
} from 'yaml';
import { FileProblems } from './FileProblems';
import { quote } from './quote';
import { Value } from './Value';

const MAX_BYTES = 1024 * 1024;

/** Levels of the concrete syntax; an objective of an inline policy needs some twenty. */
const MAX_DEPTH = 64;

/** Words and signs, spaces included: some 120 for an objective. On a slow core they take less than a second. */
const MAX_LEXEMES = 250_000;

/** Documents in one file. */
const MAX_DOCUMENTS = 1_000;

const REFUSED = 'is refused: write the value itself';

/**
 * The documents of a YAML 1.2 stream. One that is broken is left out with an error, the others stay; only a file that is too large or nested
 * too deeply is left out as a whole. Anchors, aliases, tags and directives are refused: without them a document cannot grow when it is read,
 * nor change what its words mean. An item of a list at the top counts as a document.
 */
export function parseStream(text: string, problems: FileProblems): Value[] {
  const fileProblem = (offset: number, rule: string, message: string) => {
    problems.add('error', offset, { rule, message });
    return [];
  };
  problems.lines.addNewLine(0);
  const size = Buffer.byteLength(text);
  if (size > MAX_BYTES) {
    const message = `the file has ${size} bytes; ${MAX_BYTES} at most are read: split it`;
    return fileProblem(0, 'file-size', message);
  }
  const { tokens, tooMuch } = readTokens(text, problems);
  if (tooMuch) {
    return fileProblem(tooMuch.offset, tooMuch.rule, tooMuch.message);
  }
  const directive = tokens.find(({ type }) => type === 'directive');
  if (directive) {
    const message = 'a directive (%NAME) is refused: leave it out';
    return fileProblem(directive.offset, 'yaml', message);
  }
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    // Looked at below: it would compare each key with all before it.
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
  });
  const documents = [...composer.compose(tokens, false, text.length)].flatMap(
    document => documentsIn(document, problems),
  );
  if (documents.length > MAX_DOCUMENTS) {
    const message = `the file has ${documents.length} documents; ${MAX_DOCUMENTS} at most are read: split it`;
    return fileProblem(documents[MAX_DOCUMENTS].offset, 'file-size', message);
  }
  return documents;
}

interface Tokens {
  tokens: CST.Token[];
  /** Where a limit was passed. */
  tooMuch?: { offset: number; rule: string; message: string };
}

/** Without recursion, so that depth and amount are known before anything recursive begins. */
function readTokens(text: string, { lines }: FileProblems): Tokens {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  const stop = (rule: string, message: string): Tokens => ({
    tokens: [],
    tooMuch: { offset: parser.offset, rule, message },
  });
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) {
      return stop('nesting', `values are nested more than ${MAX_DEPTH} deep`);
    }
    if (lexemes > MAX_LEXEMES) {
      return stop('file-size', 'too many words and signs: split the file');
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function documentsIn(
  document: Document.Parsed,
  problems: FileProblems,
): Value[] {
  const [broken] = [...document.errors, ...document.warnings];
  if (broken) {
    problems.add('error', broken.pos[0], {
      rule: 'yaml',
      message: broken.message.slice(0, 200),
    });
    return [];
  }
  const { contents } = document;
  // Nothing but comments, or the end of the file after "---".
  if (!contents || (isScalar(contents) && contents.value === null)) return [];
  if (!isPlain(document, problems)) return [];
  const value = new Value(contents, '', contents.range[0], problems);
  if (value.shape !== 'list') return [value];
  return value.items(MAX_DOCUMENTS, { asRoots: true }) ?? [];
}

/** Whether it has nothing that is refused. */
function isPlain(document: Document.Parsed, problems: FileProblems): boolean {
  const before = problems.errors;
  const refuse = (
    range: Range | null | undefined,
    rule: string,
    message: string,
  ) => problems.add('error', range?.[0] ?? 0, { rule, message });
  visit(document, {
    Alias(_, { range }) {
      refuse(range, 'yaml', `an alias (*name) ${REFUSED}`);
    },
    Value(_, { anchor, tag, range }) {
      if (anchor) refuse(range, 'yaml', `an anchor (&name) ${REFUSED}`);
      if (tag) refuse(range, 'yaml', `a tag (!name) ${REFUSED}`);
    },
  });
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const { value } = key;
        if (seen.has(value)) {
          const message = `${quote(String(value))} is there twice`;
          refuse(key.range, 'duplicate-field', message);
        }
        seen.add(value);
      }
    },
  });
  return problems.errors === before;
}
