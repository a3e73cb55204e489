import { SaxesParser } from 'saxes';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { quote } from '../reader/quote';

/** @internal */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
}

interface XmlHandlers {
  /** `ancestors`: names of the open elements, the root first. Returning `false` ends the reading. */
  onOpen(element: XmlElement, ancestors: readonly string[]): boolean | void;
  onClose(name: string): void;
}

/** Bounds of what is read; real reports stay far below them. */
const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 64;
const MAX_ELEMENTS = 2_000_000;
/** Characters: a tag is kept in pieces until it ends. */
const MAX_TAG = 4 * 1024 * 1024;

/**
 * Streams an XML text, in portions, through handlers. Text content is dropped unread. Throws an `InvalidArtifactError` for what is
 * not well-formed, goes over a bound, or declares entities: none is ever expanded, so nothing can grow in memory.
 *
 * @internal
 */
export async function parseXml(
  portions: AsyncIterable<string>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false as const });
  const open: string[] = [];
  let elements = 0;
  let attributes = 0;
  let stopped = false;
  /** Where the tag begins that is not ended yet. */
  let tagStart: number | undefined;

  const fault = (message: string) =>
    new InvalidArtifactError(
      `line ${parser.line}`,
      `line ${parser.line}: ${message}`,
    );

  parser.on('error', error => {
    // The message of saxes starts with "line:column: ".
    throw fault(
      `not well-formed XML (${error.message
        .replace(/^(\d+:)+ ?/, '')
        .slice(0, 100)}): the file is damaged or was cut off`,
    );
  });
  parser.on('doctype', doctype => {
    if (/\[|<!ENTITY/i.test(doctype)) {
      throw fault(
        'the document type declares entities or other content of its own (DOCTYPE […]), which is refused: remove the declaration',
      );
    }
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    tagStart = parser.position;
    elements += 1;
    if (elements > MAX_ELEMENTS) {
      throw fault(`more than ${MAX_ELEMENTS} elements: split the report`);
    }
    if (open.length >= MAX_DEPTH) {
      throw fault(`elements are nested more than ${MAX_DEPTH} deep`);
    }
  });
  parser.on('attribute', ({ name }) => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) {
      throw fault(
        `more than ${MAX_ATTRIBUTES} attributes on one element, at ${quote(
          name,
        )}`,
      );
    }
  });
  parser.on('opentag', tag => {
    tagStart = undefined;
    if (stopped) return;
    stopped = handlers.onOpen(tag, open) === false;
    open.push(tag.name);
  });
  parser.on('closetag', tag => {
    if (stopped) return;
    open.pop();
    handlers.onClose(tag.name);
  });

  for await (const portion of portions) {
    parser.write(portion);
    if (stopped) return;
    if (tagStart !== undefined && parser.position - tagStart > MAX_TAG) {
      throw fault(
        `the tag of one element has more than ${MAX_TAG} characters: shorten its attributes`,
      );
    }
  }
  parser.close();
}
