/**
 * Evidence and attachments: uploaded to the service that needs them, kept once by their SHA-256, seen by those who may see
 * what they belong to.
 */
@NullMarked
package cn.shequ.kit.document;

import org.jspecify.annotations.NullMarked;
