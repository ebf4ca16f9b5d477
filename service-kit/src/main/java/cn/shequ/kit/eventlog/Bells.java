package cn.shequ.kit.eventlog;

import jakarta.inject.Singleton;

/** What wakes the workers of this process before their time. */
@Singleton
class Bells {
    /** Events were committed that have no number yet. */
    final Bell appended = new Bell();

    /** Events were numbered that are not published yet. */
    final Bell numbered = new Bell();
}
