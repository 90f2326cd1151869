package org.specialfund.ledger.api.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The vault's key: 256 bits, of which one key for encryption and one for hashes are derived. Immutable. */
final class VaultKey {

    static final int NONCE = 12;

    private static final int LENGTH = 32;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec encryption;
    private final SecretKeySpec hashing;

    private VaultKey(byte[] master) {
        this.encryption = new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "vault encryption"), "AES");
        this.hashing = new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), "vault hashes"), "HmacSHA256");
    }

    /** Reads a key from the configuration: 32 bytes in base64. */
    static VaultKey of(String base64) {
        byte[] master;
        try {
            master = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ledger.vault.key is not base64"); // without the cause: it holds the key
        }
        if (master.length != LENGTH) {
            throw new IllegalStateException("ledger.vault.key must be 32 bytes in base64");
        }
        return new VaultKey(master);
    }

    /** Reads the key file; where there is none makes one, readable by its owner only. */
    static VaultKey inFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return of(Files.readString(file));
    }

    private static void create(Path file) throws IOException {
        byte[] master = new byte[LENGTH];
        RANDOM.nextBytes(master);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Whole or not at all: a key file cut short by a crash would lock its owner out.
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly(unfinished));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(master));
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            // Another application on this folder was faster: its key is the key.
        } finally {
            Files.delete(unfinished);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** HMAC-SHA-256, 64 hexadecimal digits. */
    String hash(String text) {
        return HexFormat.of().formatHex(hmac(hashing, text));
    }

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** AES-256-GCM; {@code bound} must be the same at decryption. */
    byte[] encrypt(String text, byte[] nonce, String bound) {
        return cipher(Cipher.ENCRYPT_MODE, text.getBytes(StandardCharsets.UTF_8), nonce, bound);
    }

    /** The reverse; throws {@link IllegalStateException} where anything was changed. */
    String decrypt(byte[] ciphertext, byte[] nonce, String bound) {
        return new String(cipher(Cipher.DECRYPT_MODE, ciphertext, nonce, bound), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] content, byte[] nonce, String bound) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault cannot be read with this key", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
