package io.github.dnscli.oserve.folder;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.reading.Reload;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Folders of zones for tests. All addresses in them are loopback ones.
final class Folders {

    static final DomainName ORIGIN = DomainName.of("example.com");

    static final String ZONE =
            """
            ; the zone of this test
            $TTL 1h
            @      IN SOA ns1 hostmaster (
                          7       ; serial
                          2h 30m 2w 5m )
                   NS  ns1        ; only one
            ns1    A   127.0.0.1

            ; the web
            www    300 A 192.0.2.1
            www    300 A 192.0.2.2   ; the second
            """;

    static final String KEY =
            "k._update.example.com. DNSKEY 0 3 163 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    private Folders() {}

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static Path writeKeys(Path folder, String name, String text) throws IOException {
        var file = write(folder, name, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    static ZoneFolder of(Path folder) {
        return new ZoneFolder(folder, () -> KeyRights.BY_NAME);
    }

    static Reload.Reloaded load(ZoneFolder folder) throws IOException {
        return Reload.of(ServerState.EMPTY, folder.read(List.of()));
    }
}
