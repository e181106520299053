package io.github.dnscli.oserve.issuing;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/// Keys of many names and one secret.
final class Keys {

    private static final byte[] SECRET = new byte[32];

    private Keys() {}

    /// {@return the key as options take it}
    static String option(String name) {
        return name + ":SHA256:" + secret();
    }

    static TsigKey key(String name) {
        return new TsigKey(DomainName.of(name), TsigAlgorithm.SHA256, SECRET);
    }

    static String secret() {
        return Base64.getEncoder().encodeToString(SECRET);
    }

    /// Makes these keys known to a primary of a folder's zones.
    static void write(Path zones, Collection<String> names) throws IOException {
        var file = zones.resolve("_keys");
        Files.writeString(
                file,
                names.stream()
                        .map(name -> "%s. DNSKEY 0 3 163 %s\n".formatted(name, secret()))
                        .collect(Collectors.joining()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
