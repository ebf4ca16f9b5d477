package cn.shequ.workforce.personaldata;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives the service its vault, or stops the start: without keys nobody could register. */
@Singleton
class VaultSetup {

    private static final Logger LOG = Logger.getLogger(VaultSetup.class);

    /**
     * @param keys each {@code <version>:<32 bytes in Base64>}; the highest version encrypts, older ones stay listed
     *     as long as rows name them
     * @param lookupKey 32 bytes in Base64 for the hash that finds an identity number; it cannot be changed later
     * @param keyFile a file with both, made on the first start, where no keys are given. For local use only: who
     *     copies the disk has the keys together with what they seal
     */
    @Produces
    @Singleton
    @Startup
    Vault vault(
            @ConfigProperty(name = "shequ.personal-data.keys") Optional<List<String>> keys,
            @ConfigProperty(name = "shequ.personal-data.lookup-key") Optional<String> lookupKey,
            @ConfigProperty(name = "shequ.personal-data.key-file") Optional<Path> keyFile) {
        if (keys.isPresent()) {
            return new Vault(PersonalDataKeys.of(keys.get(), required(lookupKey)));
        }
        return new Vault(fromFile(keyFile.orElseThrow(() -> new IllegalStateException("""
                There are no keys for personal data. Set shequ.personal-data.keys and shequ.personal-data.lookup-key, \
                or, on a machine of your own, shequ.personal-data.key-file."""))));
    }

    private static String required(Optional<String> lookupKey) {
        return lookupKey.orElseThrow(() -> new IllegalStateException(
                "shequ.personal-data.keys is set, but shequ.personal-data.lookup-key is not"));
    }

    private static PersonalDataKeys fromFile(Path file) {
        try {
            LOG.infof("Personal data is sealed with the keys in %s: for local use only", file);
            return KeyFile.readOrCreate(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys for personal data cannot be read from " + file, e);
        }
    }
}
