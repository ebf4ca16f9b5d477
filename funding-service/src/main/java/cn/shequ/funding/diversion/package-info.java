/** Attempts to spend a fund on what it is not for (挪用): refused and kept on record (Art. 16). */
@NullMarked
package cn.shequ.funding.diversion;

import org.jspecify.annotations.NullMarked;
