package io.github.dnscli.gitstore.repository;

import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;

/// Which host keys are the right ones: those whose fingerprints were given, else those that the files of known hosts have.
/// Remembers the one that was not.
final class HostKeys implements ServerKeyDatabase {

    private final Set<String> fingerprints;
    private final ServerKeyDatabase files;
    private volatile Optional<String> refused = Optional.empty();

    HostKeys(List<String> fingerprints, ServerKeyDatabase files) {
        this.fingerprints = new HashSet<>();
        fingerprints.forEach(text -> this.fingerprints.add(text.replaceFirst("=+$", "")));
        this.files = files;
    }

    @Override
    public List<PublicKey> lookup(
            String host, InetSocketAddress address, Configuration configuration) {
        return files.lookup(host, address, configuration);
    }

    @Override
    public boolean accept(
            String host,
            InetSocketAddress address,
            PublicKey key,
            Configuration configuration,
            CredentialsProvider asks) {
        String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        boolean right =
                fingerprints.isEmpty()
                        ? files.accept(host, address, key, configuration, asks)
                        : fingerprints.contains(fingerprint);
        if (!right) {
            refused = Optional.of(reason(fingerprint, KeyUtils.getKeyType(key)));
        }
        return right;
    }

    private String reason(String fingerprint, String type) {
        return fingerprints.isEmpty()
                ? "its host key is not among the known hosts: it is %1$s (%2$s); if that is right, add it to the file of known hosts or say --authenticator %1$s"
                        .formatted(fingerprint, type)
                : "its host key is %1$s (%2$s), which is none of those given by --authenticator"
                        .formatted(fingerprint, type);
    }

    /// Why a key was not the right one, if that was so.
    Optional<String> refused() {
        return refused;
    }
}
