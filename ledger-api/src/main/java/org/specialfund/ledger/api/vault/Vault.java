package org.specialfund.ledger.api.vault;

import java.util.Locale;
import java.util.Optional;
import org.specialfund.ledger.api.http.WriteRequest;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what no event may hold, encrypted. Thread-safe. */
public final class Vault {

    /** What is kept. */
    public enum Kind {
        ACCOUNT_NUMBER,
        ACCOUNT_HOLDER,
        PERSON_NAME;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final JdbcTemplate jdbc;
    private final VaultKey key;

    Vault(JdbcTemplate jdbc, VaultKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Refuses a key other than the one that the rows were written under. */
    void checkKey() {
        String proof = key.hash("proof of the vault's key");
        jdbc.update("insert into vault_key (proof) values (?) on conflict do nothing", proof);
        String stored = jdbc.queryForObject("select proof from vault_key", String.class);
        if (!proof.equals(stored)) {
            throw new IllegalStateException("The vault was written under another key. Give that one: ledger.vault.key, "
                    + "or the file vault-key in ledger.data-dir.");
        }
    }

    /** The keyed hash of a value: 64 hexadecimal digits, the same for the same value; tells nothing without the key. */
    public String hash(String value) {
        return key.hash(value);
    }

    /** The request with a hash that tells nothing of what it holds, because that hash goes into events. */
    public WriteRequest conceal(WriteRequest request) {
        return new WriteRequest(request.commandId(), key.hash(request.requestHash()), request.correlationId());
    }

    /**
     * Keeps a value.
     *
     * @param subject whose it is, in words of the ledger
     * @return names the row, for {@link #remove}
     */
    public long put(String subject, Kind kind, String value) {
        byte[] nonce = VaultKey.nonce();
        Long id = jdbc.queryForObject(
                "insert into vault (subject, kind, keyed_hash, nonce, ciphertext) values (?, ?, ?, ?, ?) returning id",
                Long.class,
                subject,
                kind.word(),
                key.hash(value),
                nonce,
                key.encrypt(value, nonce, bound(subject, kind)));
        if (id == null) {
            throw new IllegalStateException("nothing was kept");
        }
        return id;
    }

    /** Removes what a request kept that came to nothing. */
    public void remove(long id) {
        jdbc.update("delete from vault where id = ?", id);
    }

    /**
     * What is kept of that kind; empty where nothing is. The look is noted.
     *
     * @param personId who looks: opaque
     */
    public Optional<String> look(String subject, Kind kind, String personId) {
        Optional<String> found = Optional.ofNullable(DataAccessUtils.singleResult(jdbc.query(
                "select ciphertext, nonce from vault where subject = ? and kind = ? order by id limit 1",
                (row, index) -> key.decrypt(row.getBytes(1), row.getBytes(2), bound(subject, kind)),
                subject,
                kind.word())));
        if (found.isPresent()) {
            jdbc.update(
                    "insert into vault_look (person_id, subject, kind) values (?, ?, ?)",
                    personId,
                    subject,
                    kind.word());
        }
        return found;
    }

    private static String bound(String subject, Kind kind) {
        return kind.word() + "\n" + subject;
    }
}
