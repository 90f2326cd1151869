package org.specialfund.ledger.api.audit;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Keeps the bytes of documents, and hands out only those that still have their hash. Thread-safe. */
@Component
public class EvidenceFiles {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFiles.class);

    private final JdbcTemplate jdbc;
    private final DataSize largest;

    EvidenceFiles(JdbcTemplate jdbc, @Value("${ledger.evidence.max-file-size:20MB}") DataSize largest) {
        this.jdbc = jdbc;
        this.largest = largest;
    }

    /** The bytes of a document; throws a problem (413) where it is larger than allowed. */
    public byte[] read(InputStream in) throws IOException {
        int limit = Math.toIntExact(largest.toBytes());
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ProblemException(Problem.of(ProblemCode.TOO_LARGE).with("limit", limit));
        }
        return bytes;
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives a command, keeping the bytes: before it, so that no event names what is not there. */
    public ResponseEntity<CommandAnswer> keeping(
            byte[] bytes, String sha256, Supplier<ResponseEntity<CommandAnswer>> command) {
        Long id = jdbc.queryForObject(
                "insert into evidence_file (sha256, bytes) values (?, ?) returning id", Long.class, sha256, bytes);
        boolean kept = false;
        try {
            ResponseEntity<CommandAnswer> answer = command.get();
            kept = !answer.getHeaders().containsHeader(Commands.REPEATED_HEADER);
            return answer;
        } finally {
            if (!kept) {
                jdbc.update("delete from evidence_file where id = ?", id);
            }
        }
    }

    /** The bytes with that hash; throws a problem where none that are kept have it any more. */
    public byte[] good(String sha256) {
        return jdbc
                .queryForList("select id from evidence_file where sha256 = ? order by id", Long.class, sha256)
                .stream()
                .map(id -> jdbc.queryForObject("select bytes from evidence_file where id = ?", byte[].class, id))
                .filter(bytes -> bytes != null && sha256(bytes).equals(sha256))
                .findFirst()
                .orElseThrow(() -> damaged(sha256));
    }

    private static ProblemException damaged(String sha256) {
        LOG.error("The evidence with the SHA-256 {} is lost or damaged: restore it from a backup", sha256);
        return new ProblemException(Problem.of(ProblemCode.EVIDENCE_DAMAGED).with("sha256", sha256));
    }
}
