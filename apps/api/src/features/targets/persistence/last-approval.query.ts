/**
 * SQL to join what was decided last of a target version, as `a`: of the version that it brings back, where it restores one.
 * The version is known as `v` in the query.
 */
export const LAST_APPROVAL = `
  left join target_approval a on a.project_id = v.project_id and a.version = coalesce(v.restored_from, v.version)
    and not exists (select 1 from target_approval newer
                    where newer.project_id = a.project_id and newer.version = a.version and newer.id > a.id)`;
