package io.github.dnscli.oserve.keys;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.gitstore.reading.TreeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// A key that a part of the server uses to speak to the server itself. It is made anew at each start, and written nowhere.
///
/// @param key the key
/// @param grants what it may do
public record LentKey(TsigKey key, List<KeyRights.Grant> grants) {

    private static final int SECRET_OCTETS = 32;

    /// Copies the list.
    public LentKey {
        grants = List.copyOf(grants);
    }

    /// {@return a new key}
    public static TsigKey make(DomainName name, SecureRandom random) {
        byte[] secret = new byte[SECRET_OCTETS];
        random.nextBytes(secret);
        return new TsigKey(name, TsigAlgorithm.SHA256, secret);
    }

    TreeFile file() {
        String name = key.name().display();
        String line = name + ":SHA256:" + Base64.getEncoder().encodeToString(key.secret()) + "\n";
        return new UnwrittenKeys(
                Path.of(name), new Source(line.getBytes(StandardCharsets.US_ASCII), name));
    }
}
