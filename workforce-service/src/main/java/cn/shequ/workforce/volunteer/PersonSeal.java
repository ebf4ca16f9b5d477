package cn.shequ.workforce.volunteer;

import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import cn.shequ.workforce.personaldata.Sealed;
import cn.shequ.workforce.personaldata.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a person into what the database may hold, and back. The plain form exists in memory only. */
final class PersonSeal {

    /** Stands first, so that a later layout can be told from this one. */
    private static final int LAYOUT = 1;

    private final Vault vault;

    PersonSeal(Vault vault) {
        this.vault = vault;
    }

    /**
     * @param identityHash finds the identity again without saying what it is
     */
    record SealedPerson(Sealed person, byte[] identityHash) {}

    SealedPerson seal(UUID volunteer, Person person) {
        return new SealedPerson(
                vault.seal(volunteer, write(person)),
                vault.lookupHash(person.identityNumber().reveal()));
    }

    Person open(UUID volunteer, Sealed sealed) {
        return read(vault.open(volunteer, sealed));
    }

    private static byte[] write(Person person) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeUTF(person.name());
            out.writeUTF(person.identityNumber().reveal());
            out.writeUTF(person.phone());
            Guardian guardian = person.guardian();
            out.writeBoolean(guardian != null);
            if (guardian != null) {
                out.writeUTF(guardian.name());
                out.writeUTF(guardian.phone());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Person read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT) {
                throw new IllegalStateException("a person is written in layout " + layout + ", unknown here");
            }
            return new Person(in.readUTF(), CitizenIdentityNumber.of(in.readUTF()), in.readUTF(), guardian(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Guardian guardian(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Guardian(in.readUTF(), in.readUTF()) : null;
    }
}
