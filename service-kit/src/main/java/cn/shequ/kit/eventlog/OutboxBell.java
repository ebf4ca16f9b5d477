package cn.shequ.kit.eventlog;

import jakarta.inject.Singleton;

/** Rings in the process that committed events; other processes hear of it through the database. */
@Singleton
class OutboxBell extends Bell {}
