import type { Client } from './client.ts';

export const firestore: Client = {
  id: 'firestore',
  name: 'Firestore',
  kind: 'query',
  modules: ['@google-cloud/firestore', 'firebase-admin', 'firebase-admin/*', 'firebase/firestore', 'firebase/firestore/lite'],
  exports: {
    Firestore: { type: 'db', gives: 'db' }, getFirestore: { gives: 'db' }, firestore: { gives: 'db' }, 'default.firestore': { gives: 'db' },
    getDoc: { runs: 'read' }, getDocs: { runs: 'read' }, getCountFromServer: { runs: 'read' }, setDoc: { runs: 'write' }, addDoc: { runs: 'write' }, updateDoc: { runs: 'write' }, deleteDoc: { runs: 'write' },
    CollectionReference: { type: 'ref' }, DocumentReference: { type: 'ref' },
  },
  shapes: {
    db: { gives: { collection: 'ref', doc: 'ref', collectionGroup: 'ref', batch: 'nothing', bulkWriter: 'nothing' }, reads: ['getAll'] },
    ref: { reads: ['get', 'count'], writes: ['set', 'update', 'delete', 'add', 'create'], any: 'ref', gives: { id: 'nothing', path: 'nothing' } },
    nothing: {},
  },
  instead: { read: 'Fetch all with `getAll(...refs)` or `where(documentId(), "in", part)`.', write: 'Collect the writes in one `batch()` and commit it once.' },
};
