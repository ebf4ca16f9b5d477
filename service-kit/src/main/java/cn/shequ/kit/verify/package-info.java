/**
 * Checks an export of an event log offline, without trusting who made it: the tiles give the root, the root is signed,
 * and every line is a leaf of the tree. It needs no service, no database and no network.
 */
@NullMarked
package cn.shequ.kit.verify;

import org.jspecify.annotations.NullMarked;
