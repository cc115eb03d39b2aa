/** The digest of an error that is the database being away: all that a browser learns of an error on the server. */
export const databaseAway = "database-away";
