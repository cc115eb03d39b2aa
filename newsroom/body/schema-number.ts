/**
 * Counts up with each node, mark or attribute that older editors do not know. The binding between Yjs and the editor takes out what it
 * cannot build, so an editor must not write in a document of a higher number than its own.
 */
export const schemaNumber = 7;
