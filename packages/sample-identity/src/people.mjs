import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';

/**
 * @typedef {object} Person
 * @property {string} ref   Catalog reference, for example `user:default/edda.engineer`; the `sub` claim.
 * @property {string} userName   Name of the catalog entity; the `preferred_username` claim.
 * @property {string} name   Display name.
 * @property {string} email
 * @property {string} about   What the person is, in one line.
 */

/**
 * Reads the people who may sign in: the User entities of a catalog file.
 *
 * @param {string} file   Path of a YAML file with catalog entities.
 * @returns {Promise<Map<string, Person>>} by catalog reference, in the order of the file
 * @throws when the file cannot be read, is not YAML, or holds no usable User
 */
export async function readPeople(file) {
  const people = new Map();
  for (const document of parseAllDocuments(await readFile(file, 'utf8'))) {
    if (document.errors.length > 0) {
      throw new Error(`${file} is not YAML: ${document.errors[0].message}`);
    }
    const entity = document.toJSON();
    if (entity?.kind === 'User') {
      const person = toPerson(entity, file);
      people.set(person.ref, person);
    }
  }
  if (people.size === 0) {
    throw new Error(
      `${file} holds no entity of kind User: name a catalog file with people by --people.`,
    );
  }
  return people;
}

function toPerson(entity, file) {
  const userName = entity.metadata?.name;
  const { displayName, email } = entity.spec?.profile ?? {};
  if (!userName || !displayName || !email) {
    throw new Error(
      `A User in ${file} lacks metadata.name, spec.profile.displayName or spec.profile.email.`,
    );
  }
  const namespace = entity.metadata.namespace ?? 'default';
  return {
    ref: `user:${namespace}/${userName}`.toLowerCase(),
    userName,
    name: displayName,
    email,
    about: entity.metadata.description ?? '',
  };
}
