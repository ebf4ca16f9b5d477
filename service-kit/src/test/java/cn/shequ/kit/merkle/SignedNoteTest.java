package cn.shequ.kit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example note and key of the signed-note package of the Go project, where the format comes from. */
    private static final String KNOWN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String KNOWN_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void the_known_note_is_signed_by_the_known_key() {
        NoteKey key = NoteKey.parse(KNOWN_KEY);
        SignedNote note = SignedNote.parse(KNOWN_NOTE);
        assertThat(key.signed(note)).isTrue();
        assertThat(key).hasToString(KNOWN_KEY);
        assertThat(note.encoded()).isEqualTo(KNOWN_NOTE);
    }

    @Test
    void no_altered_note_is_signed() {
        NoteKey key = NoteKey.parse(KNOWN_KEY);
        for (int i = 0; i < KNOWN_NOTE.length() - 1; i++) {
            StringBuilder altered = new StringBuilder(KNOWN_NOTE);
            altered.setCharAt(i, (char) (KNOWN_NOTE.charAt(i) ^ 1));
            assertThat(isSigned(key, altered.toString())).as("character %d", i).isFalse();
        }
    }

    @Test
    void signs_what_its_own_key_then_recognises_and_no_other() throws NoSuchAlgorithmException {
        NoteSigner signer = signer("funding.shequ.example/log");
        Checkpoint checkpoint = new Checkpoint("funding.shequ.example/log", 7, Hash.ofLeaf(new byte[] {1}));
        SignedNote note = SignedNote.parse(signer.sign(checkpoint.text()).encoded());

        assertThat(NoteKey.parse(signer.key().toString()).signed(note)).isTrue();
        assertThat(signer("funding.shequ.example/log").key().signed(note)).isFalse();
        assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
    }

    @Test
    void during_a_key_rotation_either_signature_is_enough() throws NoSuchAlgorithmException {
        NoteSigner old = signer("old");
        NoteSigner next = signer("next");
        String text = "log\n0\n" + Hash.ofEmptyTree().base64() + "\n";
        SignedNote both = new SignedNote(
                text,
                List.of(
                        old.sign(text).signatures().getFirst(),
                        next.sign(text).signatures().getFirst()));
        SignedNote read = SignedNote.parse(both.encoded());
        assertThat(old.key().signed(read)).isTrue();
        assertThat(next.key().signed(read)).isTrue();
    }

    @Test
    void a_checkpoint_is_three_lines_and_extensions_are_ignored() {
        Checkpoint checkpoint = new Checkpoint("log", 3, Hash.ofEmptyTree());
        assertThat(checkpoint.text()).isEqualTo("log\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        assertThat(Checkpoint.parse(checkpoint.text() + "extension\n")).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n3\n",
                "log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\nthree\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "log\n3\nAAAA\n",
                "\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void what_is_not_a_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "log", "log+0+AAAA", "log+deadbeef+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void what_is_not_a_key_is_refused(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static NoteSigner signer(String name) throws NoSuchAlgorithmException {
        return new NoteSigner(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    private static boolean isSigned(NoteKey key, String note) {
        try {
            return key.signed(SignedNote.parse(note));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
