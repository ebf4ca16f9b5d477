/** Many lines in one request, for cities that come with history: read as a stream, decided line by line, reported on. */
@NullMarked
package cn.shequ.funding.batch;

import org.jspecify.annotations.NullMarked;
