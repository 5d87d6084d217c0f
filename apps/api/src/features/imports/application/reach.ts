import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import type { ImportUpload, Reach } from '../persistence/import-upload.entity.js';

/** What a person may do with imports now, for the jobs that go on without him. */
export const reachOf = (user: CurrentUser): Reach => ({
  imports: [...scopeOf(user, 'targets.import')],
  manages: [...scopeOf(user, 'targets.manage')],
});

/** In whose name an upload is saved. */
export const actorOf = ({ confirmedBy, uploadedBy }: ImportUpload): string => confirmedBy ?? uploadedBy;
