/** Reallocations (调剂): the body that gave the money moves it to another purpose, by a document (Art. 16). */
@NullMarked
package cn.shequ.funding.reallocation;

import org.jspecify.annotations.NullMarked;
