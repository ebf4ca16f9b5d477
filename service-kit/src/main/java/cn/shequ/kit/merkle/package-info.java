/**
 * The Merkle tree that makes a log checkable by outsiders: RFC 6962 hashes and proofs, C2SP tiles, signed notes and
 * checkpoints. Pure functions over hashes; where the hashes are kept is the caller's matter.
 */
@NullMarked
package cn.shequ.kit.merkle;

import org.jspecify.annotations.NullMarked;
