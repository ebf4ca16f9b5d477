package cn.shequ.kit.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash function of the log. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256", impossible);
        }
    }
}
