import { ArtifactText } from './defineReader';
import { InvalidArtifactError } from './InvalidArtifactError';

/**
 * The text of an artifact whose format has to be parsed at once, which nothing else can run during: hence the bound.
 *
 * `what` names the format and `wayOut` what to do, for the `InvalidArtifactError` where the artifact is larger.
 *
 * @internal
 */
export async function wholeText(
  artifact: ArtifactText,
  limit: { bytes: number; what: string; wayOut: string },
): Promise<string> {
  const { bytes, what, wayOut } = limit;
  if (artifact.size > bytes) {
    throw new InvalidArtifactError(
      'file',
      `the file has ${artifact.size} bytes; ${what} may have ${bytes}: ${wayOut}`,
    );
  }
  let text = '';
  for await (const portion of artifact.portions) text += portion;
  return text;
}
