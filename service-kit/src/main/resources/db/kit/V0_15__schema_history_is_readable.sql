-- A service that does not migrate by itself sees whether all was migrated that it rests on.
GRANT SELECT ON ${flyway:table} TO ${runtime_role};
