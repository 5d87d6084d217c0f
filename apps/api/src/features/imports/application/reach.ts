import { scopeOf, type ActorFrom, type CurrentUser } from '../../../platform/http/access.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import type { ImportUpload, Reach } from '../persistence/import-upload.entity.js';

/** What a person may do with imports now, for the jobs that go on without him. */
export const reachOf = (user: CurrentUser): Reach => ({
  imports: [...scopeOf(user, 'targets.import')],
  manages: [...scopeOf(user, 'targets.manage')],
});

/** Who saves a batch: the person who confirmed it, not the one who uploaded it. */
export const saverOf = (
  { confirmedBy, uploadedBy, remoteAddress }: ImportUpload,
  { confirmedFor }: ImportBatch,
): ActorFrom => ({ actor: confirmedBy ?? uploadedBy, onBehalfOf: confirmedFor, remoteAddress });

/** Who undoes a batch. */
export const undoerOf = ({ undoneBy, importedBy, undoneFor, undoAddress }: ImportBatch): ActorFrom => ({
  actor: undoneBy ?? importedBy,
  onBehalfOf: undoneFor,
  remoteAddress: undoAddress,
});
