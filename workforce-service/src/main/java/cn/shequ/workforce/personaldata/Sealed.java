package cn.shequ.workforce.personaldata;

/**
 * Personal data as it lies in the database.
 *
 * @param keyVersion the key that opens it
 * @param bytes nonce, cipher text and authentication tag
 */
public record Sealed(int keyVersion, byte[] bytes) {}
