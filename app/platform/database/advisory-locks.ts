/**
 * Every advisory lock that has a fixed number, so that no two things take the same by accident. Locks of one row are hashed from its id and
 * have 64 bits to themselves. The first group is taken on the cluster's own or a test's database, the others on the application's.
 */
export const advisoryLocks = {
  leavingCluster: 7_205_110_001,
  testTemplate: 7_205_110_003,

  migration: 7_205_110_002,
  seed: 7_205_110_004,

  lastAdministrator: 7_205_110_101,
  fallbackDesk: 7_205_110_102,
  settings: 7_205_110_103,
  /** Taken by the trigger that seals audit entries, in the migration `audit_chain`. */
  auditChain: 7_205_110_104,

  /** Who takes over from whom. */
  successions: 7_205_110_105,

  samples: 7_205_110_201,
} as const;
